/**
 * What the built-in server starts with, as plain data in a file of its own: the page at `/` shows it without loading
 * the server.
 */
export { firstRunConfiguration, firstRunOrigins } from '../../server/first-run.ts'
