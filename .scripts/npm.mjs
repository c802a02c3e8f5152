/**
 * Ends this process when the npm that started it ends. npm puts a shell between itself and a script, and dash dies of
 * a SIGTERM without passing it on: the script would serve for ever.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}
