import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { tokenCheck } from '../facts/token.ts'

/** `supported` are the grant types of the registry. */
export const grantTypeSupported = (supported: readonly string[]) =>
  tokenCheck({
    id: 'grant-type-supported',
    title: 'grant_type is one that this server knows',
    section: rfc(6749, '5.2'),
    needs: ['grant_type'],
    judge: ({ grant_type }) => {
      if (supported.includes(grant_type)) return pass()
      return fail({
        error: 'unsupported_grant_type',
        description: 'The authorization server does not support this grant type.',
        expected: supported.join(', '),
        received: grant_type,
        hint: 'The metadata lists what is supported as grant_types_supported.',
        parameter: 'grant_type',
      })
    },
  })
