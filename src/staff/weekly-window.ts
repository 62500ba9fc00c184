/** A time of the week in Sweden: the weekday as in ISO 8601 (1 Monday to 7 Sunday), "HH:MM" to "HH:MM", the end not included; "24:00" ends a day. */
export type WeeklyWindow = {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
};
