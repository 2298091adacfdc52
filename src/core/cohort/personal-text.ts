/**
 * A text that could be a person's: a run of five digits (numbers of a registry, a hospital or the state, phones), a
 * date, a mail address. Codes of centres, laboratories, variants and terms are none of these.
 */
const personalText = /\d{5}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|@/;

export const couldBePersonal = (text: string): boolean => personalText.test(text);

/** Whether some text of parsed JSON could be a person's; names of members are not looked at. */
export function holdsPersonalText(json: unknown): boolean {
  if (typeof json === 'string') return couldBePersonal(json);
  return typeof json === 'object' && json !== null && Object.values(json).some(holdsPersonalText);
}
