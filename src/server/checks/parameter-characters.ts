import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { receivedCheck } from '../facts/received.ts'

export const parameterCharacters = receivedCheck({
  id: 'parameter-characters',
  title: 'No parameter holds a control character',
  section: rfc(6749, 'A'),
  needs: [],
  judge: ({ fields }) => {
    for (const { name, value } of fields) {
      const control = controlCharacterIn(name + value)
      if (control === undefined) continue
      return fail({
        error: 'invalid_request',
        description: 'A parameter contains a control character.',
        expected: 'characters from U+0020 on, without U+007F',
        received: `U+${control.toString(16).toUpperCase().padStart(4, '0')} in ${JSON.stringify(name)}`,
        hint: 'A line break or a NUL in a value could split a header or a log line, so it is refused before use.',
        parameter: name,
      })
    }
    return pass()
  },
})

/** The code of the first control character in a text. */
function controlCharacterIn(text: string): number | undefined {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x20 || code === 0x7f) return code
  }
  return undefined
}
