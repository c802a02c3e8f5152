import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
process.env.PATH = `${root}node_modules/.bin${delimiter}${process.env.PATH}`

/**
 * Runs a command at the root to its end, its output going where ours goes.
 *
 * @param {string} command
 * @param {{ env?: Record<string, string>, seconds?: number }} [options] `seconds` is how long it may take
 * @returns {Promise<boolean>} whether it ended well
 */
export function run(command, { env, seconds } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, {
      cwd: root,
      shell: true,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      timeout: seconds === undefined ? undefined : seconds * 1000,
    })
    child.once('close', (code) => resolve(code === 0))
  })
}
