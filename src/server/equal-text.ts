/**
 * Whether two texts are the same, in a time that depends on their lengths alone: how soon a wrong secret differs
 * from the right one tells nothing about it.
 */
export function equalText(left: string, right: string): boolean {
  let difference = left.length ^ right.length
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    // Past its end a text has NaN, which counts as 0: the lengths have told that already.
    difference |= left.charCodeAt(at) ^ right.charCodeAt(at)
  }
  return difference === 0
}
