import { type Fail, fail } from '../oauth/check.ts'

/** The authorization server did not say what the API needs to know; a sentence about it. */
export interface Unavailable {
  readonly unavailable: string
}

/** Whether this is no answer, but why there is none. */
export const isUnavailable = (value: object): value is Unavailable => 'unavailable' in value

/** The token may be good or bad: the API cannot find out. 503, not 401 (RFC 9110 15.6.4). */
export const issuerUnavailable = ({ unavailable }: Unavailable): Fail =>
  fail({
    error: 'temporarily_unavailable',
    description: 'The authorization server could not be asked about the access token.',
    expected: 'an answer from the authorization server',
    received: unavailable,
    hint: 'The token is not to blame. The API refuses what it cannot validate; send the request again later.',
    parameter: 'Authorization',
  })
