import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.mjs'

const reports = mkdtempSync(join(tmpdir(), 'glassbox-'))
const unitReport = join(reports, 'unit.json')
const journeysReport = join(reports, 'journeys.json')

const phases = [
  { name: 'Install', command: 'node .scripts/install.mjs' },
  { name: 'Types', command: 'npm run --silent types' },
  { name: 'Lint', command: 'npm run --silent lint' },
  {
    name: 'Unit tests',
    command: `vitest run --reporter=default --reporter=json --outputFile.json="${unitReport}"`,
    report: unitReport,
  },
  { name: 'Build', command: 'npm run --silent build' },
  { name: 'Size', command: 'npm run --silent size' },
  {
    name: 'Journeys',
    command: 'npm run --silent e2e -- --reporter=list,json',
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: journeysReport },
    report: journeysReport,
  },
]

// What an earlier build left must not pass for this one's.
rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true })

const summary = []
const total = { passed: 0, failed: 0, skipped: 0 }

// Every phase runs, whatever became of the one before: one run tells all there is to mend.
for (const { name, command, env, report } of phases) {
  console.log(`\n━━ ${name}\n`)
  const start = performance.now()
  const ok = await run(command, { env })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  summary.push(`${ok ? 'passed' : 'FAILED'}  ${name.padEnd(10)} ${seconds.padStart(6)} s`)

  const { passed, failed, skipped } = counts(report)
  total.passed += passed
  // A phase without tests, or one that broke before its first test, counts as one failure.
  total.failed += ok ? failed : Math.max(failed, 1)
  total.skipped += skipped
}

rmSync(reports, { recursive: true })
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n━━ Summary\n\n${summary.join('\n')}\n`)
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 ? 1 : 0

/**
 * What Vitest or Playwright counted, each in its own words. A runner that broke early leaves no report.
 *
 * @param {string} [report]
 */
function counts(report) {
  if (!report || !existsSync(report)) return { passed: 0, failed: 0, skipped: 0 }
  const { stats, ...vitest } = JSON.parse(readFileSync(report, 'utf8'))
  if (stats) return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
  return {
    passed: vitest.numPassedTests,
    failed: vitest.numFailedTests,
    skipped: vitest.numPendingTests + vitest.numTodoTests,
  }
}
