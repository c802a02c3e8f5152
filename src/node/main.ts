import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { close, portNumber } from './listen.ts'
import { serverCommand } from './server-command.ts'
import { servePage } from './serve-page.ts'

/** Each reads its arguments, says what it serves and where, and hands over what has to be closed at the end. */
const commands: Record<string, (args: string[]) => Promise<readonly Server[]>> = { serve, server: serverCommand }

/** The command line: `main(['serve', '--port', '4400'])` runs until SIGINT or SIGTERM. */
export async function main([name = '', ...args]: readonly string[]): Promise<void> {
  try {
    const command = commands[name]
    if (!command) throw new Error(`"${name}" is no command. There is: ${Object.keys(commands).join(', ')}.`)
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
  const port = portNumber(values.port)
  // This file is bundled to dist/node/main.js; the page is built beside it.
  const server = await servePage(fileURLToPath(new URL('../page', import.meta.url)), port)
  console.log(`Glassbox is at http://localhost:${port}`)
  return [server]
}

/** A mistake of the person at the keyboard costs one line, not a stack. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return `Port ${error.port} is taken. Choose another one with --port.`
  }
  return error.message
}
