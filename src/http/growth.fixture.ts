/**
 * How many times as long work takes for ten times the size: about 10 where it is linear, about 100 where it is
 * quadratic. The best of some tries counts, so that a busy machine does not, and what is too quick to measure is 1 ms.
 */
export function growthOf(work: (size: number) => unknown, size: number): number {
  const best = (of: number) =>
    Math.max(1, Math.min(...Array.from({ length: 5 }, () => lengthOf(() => work(of)))))
  return best(size * 10) / best(size)
}

function lengthOf(work: () => unknown): number {
  const begin = performance.now()
  work()
  return performance.now() - begin
}
