import { rfc } from '../../oauth/section.ts'
import { authenticationMethod } from './authentication-method.ts'
import { basicCredentials } from './basic-credentials.ts'
import { clientIdAgrees } from './client-id-agrees.ts'
import { clientIdentified } from './client-identified.ts'
import { clientKnown } from './client-known.ts'
import { clientSecret } from './client-secret.ts'
import { formMediaType } from './form-media-type.ts'
import { oneAuthenticationMethod } from './one-authentication-method.ts'
import { parameterCharacters } from './parameter-characters.ts'
import { parameterEncoding } from './parameter-encoding.ts'
import { parametersInBody } from './parameters-in-body.ts'
import { parametersOnce } from './parameters-once.ts'

/** A form that can be read in one way only: what every endpoint that a client calls directly starts with. */
export const formChecks = [
  formMediaType,
  parametersInBody,
  parameterEncoding,
  parameterCharacters,
  parametersOnce(rfc(6749, '3.2')),
]

/** Who calls (RFC 6749 2.3, 3.2.1): the same at the token, revocation and introspection endpoints. */
export const clientAuthenticationChecks = [
  oneAuthenticationMethod,
  basicCredentials,
  clientIdAgrees,
  clientIdentified,
  clientKnown,
  authenticationMethod,
  clientSecret,
]
