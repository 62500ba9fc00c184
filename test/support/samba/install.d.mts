export function ensureSamba(): { missing?: undefined } | { missing: string; remedy: string };
