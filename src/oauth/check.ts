import type { Section } from './section.ts'

/**
 * What became of one check. `would pass` and `would fail` are checks that ran for the record after the answer was
 * already decided by an earlier failure; `not reached` needed something that the failed check would have learned.
 */
export type Outcome = 'passed' | 'failed' | 'would pass' | 'would fail' | 'not reached'

/** One check as it is shown, stored and exported. Plain data; no secret stays out of it, so it never goes on a wire. */
export interface CheckResult {
  readonly id: string
  readonly title: string
  readonly section: Section
  readonly outcome: Outcome
  /** What a passing check learned, as a short phrase, e.g. `14 s of 60 s old`. */
  readonly note?: string
  readonly expected?: string
  readonly received?: string
  /** For the person: what this failure means and what would mend it. */
  readonly hint?: string
  /** The request's parameter or header field that the rule is about, by its wire name. */
  readonly parameter?: string
  /** What the server did beyond refusing, as a sentence. */
  readonly consequence?: string
}

/** A rule that held, and the facts that later rules may now rely on. */
export interface Pass<Learned> {
  readonly passed: true
  readonly learned: Learned
  readonly note?: string
}

/** A rule that did not hold: `error` and `description` are for the wire, the rest is for the person. */
export interface Fail {
  readonly passed: false
  /** A code from the OAuth Extensions Error Registry; for a client's own check, which answers nobody, absent. */
  readonly error?: string
  readonly description?: string
  readonly expected: string
  readonly received: string
  readonly hint: string
  readonly parameter?: string
  readonly consequence?: Consequence
}

/** What a failure makes the server do: here, revoke everything that one authorization bought. */
export interface Consequence {
  readonly revokeAuthorization: string
  readonly says: string
}

/** What a check says of one rule. */
export type Judgement<Learned> = Pass<Learned> | Fail

/**
 * One rule. `needs` names the facts that earlier checks must have learned; `judge` decides and never writes.
 * Build them with {@link checkOver}, which types the facts that `judge` may read.
 */
export interface Check<Facts extends object> {
  readonly id: string
  readonly title: string
  readonly section: Section
  readonly needs: readonly (keyof Facts)[]
  judge(facts: Facts): Judgement<Partial<Facts>> | Promise<Judgement<Partial<Facts>>>
}

/**
 * A maker of checks over one endpoint's facts. `Given` are the facts that are there before the first check;
 * a judge sees those and the ones it names in `needs`, and nothing else.
 */
export function checkOver<Facts extends object, Given extends keyof Facts>() {
  return <const Needs extends readonly Exclude<keyof Facts, Given>[]>(check: {
    readonly id: string
    readonly title: string
    readonly section: Section
    readonly needs: Needs
    readonly judge: (
      facts: Pick<Facts, Given | Needs[number]>,
    ) => Judgement<Partial<Facts>> | Promise<Judgement<Partial<Facts>>>
  }): Check<Facts> => check
}

/** The judgement that a rule holds: what was learned from it, and a short phrase about that (`14 s of 60 s old`). */
export function pass(): Pass<Record<never, never>>
export function pass<Learned extends object>(learned: Learned, note?: string): Pass<Learned>
export function pass(learned: object = {}, note?: string): Pass<object> {
  return note === undefined ? { passed: true, learned } : { passed: true, learned, note }
}

/** The judgement that a rule does not hold. Its texts may tell secrets, but for `error` and `description`. */
export const fail = (failure: Omit<Fail, 'passed'>): Fail => ({ passed: false, ...failure })

/** What a list of checks came to. `facts` are those learned up to the first failure, which is `failure`. */
export type Verdict<Facts> =
  | { readonly accepted: true; readonly facts: Facts; readonly results: readonly CheckResult[] }
  | {
      readonly accepted: false
      readonly facts: Partial<Facts>
      readonly failure: Fail & { readonly id: string }
      readonly results: readonly CheckResult[]
    }

/**
 * Runs the checks in order. The first failure decides; the checks after it that need nothing from it still run, for
 * the record, and change neither `facts` nor `failure`. Rejects with what a judge throws before anything is decided;
 * one that throws after that was not reached.
 */
export async function runChecks<Facts extends object>(
  checks: readonly Check<Facts>[],
  given: Partial<Facts>,
): Promise<Verdict<Facts>> {
  const results: CheckResult[] = []
  // Grows in place, and is waited for only where it must be: a request passes some twenty checks.
  const facts: Partial<Facts> = Object.assign({}, given)
  let decided: { facts: Partial<Facts>; failure: Fail & { id: string } } | undefined
  for (const check of checks) {
    if (check.needs.some((need) => !(need in facts))) {
      results.push(notReached(check))
      continue
    }
    let judgement: Judgement<Partial<Facts>>
    try {
      const judged = check.judge(facts as Facts)
      judgement = judged instanceof Promise ? await judged : judged
    } catch (exception) {
      if (!decided) throw exception
      results.push(notReached(check))
      continue
    }
    results.push(resultOf(check, judgement, decided !== undefined))
    if (judgement.passed) Object.assign(facts, judgement.learned)
    else decided ??= { facts: { ...facts }, failure: { ...judgement, id: check.id } }
  }
  return decided
    ? { accepted: false, ...decided, results }
    : { accepted: true, facts: facts as Facts, results }
}

/**
 * The verdict after a check that had passed turned out not to hold when it came to acting on it: somebody else took
 * what may be taken once.
 */
export function overturn<Facts>(
  verdict: Verdict<Facts> & { accepted: true },
  id: string,
  failure: Fail,
): Verdict<Facts> & { accepted: false } {
  const at = verdict.results.findIndex((result) => result.id === id)
  const results = verdict.results.map((result, index): CheckResult => {
    if (index === at) return failureOf(result, failure, false)
    return index > at ? { ...result, outcome: 'would pass' } : result
  })
  return { accepted: false, facts: verdict.facts as Partial<Facts>, failure: { ...failure, id }, results }
}

type Named = Pick<CheckResult, 'id' | 'title' | 'section'>

const notReached = ({ id, title, section }: Named): CheckResult => ({
  id,
  title,
  section,
  outcome: 'not reached',
})

function resultOf(check: Named, judgement: Judgement<unknown>, forTheRecord: boolean): CheckResult {
  if (!judgement.passed) return failureOf(check, judgement, forTheRecord)
  const { id, title, section } = check
  const outcome = forTheRecord ? 'would pass' : 'passed'
  const { note } = judgement
  return note === undefined ? { id, title, section, outcome } : { id, title, section, outcome, note }
}

/** A consequence is only drawn from the failure that decided. */
function failureOf(
  { id, title, section }: Named,
  { expected, received, hint, parameter, consequence }: Fail,
  forTheRecord: boolean,
): CheckResult {
  return {
    id,
    title,
    section,
    outcome: forTheRecord ? 'would fail' : 'failed',
    expected,
    received,
    hint,
    ...(parameter !== undefined && { parameter }),
    ...(consequence !== undefined && !forTheRecord && { consequence: consequence.says }),
  }
}
