import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { close, portNumber, portOf, refusedPort } from './listen.ts'
import { servePage } from './serve-page.ts'
import { serverCommand } from './server-command.ts'

/** Each reads its arguments, says what it serves and where, and hands over what has to be closed at the end. */
const commands: Record<string, (args: string[]) => Promise<readonly Server[]>> = {
  serve,
  server: serverCommand,
}

/** The command line: `main(['serve', '--port', '4400'])` runs until SIGINT or SIGTERM. */
export async function main([name = '', ...args]: readonly string[]): Promise<void> {
  try {
    const command = commands[name]
    if (!command) throw new Error(`"${name}" is no command. There is: ${Object.keys(commands).join(', ')}.`)
    // Who reads the lines may stop reading; what is served goes on.
    process.stdout.on('error', () => {})
    const servers = await command(args)
    const stop = () => servers.forEach(close)
    process.once('SIGINT', stop).once('SIGTERM', stop)
  } catch (error) {
    console.error(explain(error))
    process.exit(1)
  }
}

async function serve(args: string[]): Promise<readonly Server[]> {
  const { values } = parseArgs({ args, options: { port: { type: 'string', default: '4400' } } })
  // This file is bundled to dist/node/main.js; the page is built beside it.
  const page = fileURLToPath(new URL('../page', import.meta.url))
  const server = await servePage(page, portNumber(values.port)).catch(refusedPort('--port'))
  console.log(`Glassbox is at http://localhost:${portOf(server)}`)
  return [server]
}

/** A mistake of the person at the keyboard costs one line, not a stack. */
const explain = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, ' ')
