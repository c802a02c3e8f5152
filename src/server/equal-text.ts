/**
 * Whether two texts are the same, in a time that depends on their lengths alone: how soon a wrong secret differs
 * from the right one tells nothing about it.
 */
export function equalText(left: string, right: string): boolean {
  const encoder = new TextEncoder()
  const [one, other] = [encoder.encode(left), encoder.encode(right)]
  let difference = one.length ^ other.length
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    difference |= (one[at] ?? 0) ^ (other[at] ?? 0)
  }
  return difference === 0
}
