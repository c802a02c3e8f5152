import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { oidcCore } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'

const notGiven = (parameter: 'request' | 'request_uri', id: string) =>
  authorizationCheck({
    id,
    title: `There is no ${parameter}`,
    section: oidcCore('3.1.2.6'),
    needs: [],
    judge: ({ fields }) => {
      const received = parameterOf(fields, parameter)
      if (received === undefined) return pass()
      return fail({
        error: `${parameter}_not_supported`,
        description: `The authorization server does not support the ${parameter} parameter.`,
        expected: 'none',
        received,
        hint: `The metadata says so: ${parameter}_parameter_supported is false. To ignore it would be to answer another question.`,
        parameter,
      })
    },
  })

export const noRequestObject = notGiven('request', 'no-request-object')
export const noRequestUri = notGiven('request_uri', 'no-request-uri')
