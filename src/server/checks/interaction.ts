import { rfc } from '../../oauth/section.ts'
import { csrf } from './csrf.ts'
import { formMediaType } from './form-media-type.ts'
import { interactionBrowser } from './interaction-browser.ts'
import { interactionKnown } from './interaction-known.ts'
import { interactionNotExpired } from './interaction-not-expired.ts'
import { interactionUnanswered } from './interaction-unanswered.ts'
import { parameterCharacters } from './parameter-characters.ts'
import { parameterEncoding } from './parameter-encoding.ts'
import { parametersOnce } from './parameters-once.ts'

/** That a form of ours came back from the browser that it was shown in (RFC 6749 10.12), on both pages. */
export const interactionChecks = [
  formMediaType,
  parameterEncoding,
  parameterCharacters,
  parametersOnce(rfc(6749, '3.1')),
  interactionKnown,
  interactionUnanswered,
  interactionNotExpired,
  interactionBrowser,
  csrf,
]
