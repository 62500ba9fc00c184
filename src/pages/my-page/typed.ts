/** What stands in the field that an event comes from. */
export function valueIn(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

/** Whether the box that an event comes from is ticked. */
export function checkedIn(event: Event): boolean {
  return (event.target as HTMLInputElement).checked;
}
