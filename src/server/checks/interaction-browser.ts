import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { browserCookie, cookieOf } from '../cookies.ts'
import { equalText } from '../equal-text.ts'
import { interactionCheck } from '../facts/interaction.ts'

export const interactionBrowser = interactionCheck({
  id: 'interaction-browser',
  title: 'The form comes from the browser that the request came from',
  section: rfc(6749, '10.12'),
  needs: ['interaction'],
  judge: ({ request, interaction: { record } }) => {
    const cookie = cookieOf(request, browserCookie)
    if (cookie !== undefined && equalText(cookie, record.browser)) return pass()
    return fail({
      error: 'invalid_request',
      description: 'This form comes from another browser than the request, or cookies are off.',
      expected: `${browserCookie}=${record.browser}`,
      received: cookie === undefined ? 'no such cookie' : `${browserCookie}=${cookie}`,
      hint: 'The cookie was set with the page. Without it, another site could have made this browser send the form.',
      parameter: 'Cookie',
    })
  },
})
