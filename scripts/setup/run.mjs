import { spawn } from 'node:child_process'

const running = new Set()

/** Starts a program and remembers it, so that `stopAll` can end what is still running. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, options)
  running.add(child)
  const forget = () => running.delete(child)
  child.once('exit', forget).once('error', forget)
  return child
}

/** Runs a program to its end: its exit code (1 when a signal ended it) and, where piped, what it printed. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let printed = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => { printed += chunk })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, printed }))
  })
}

/** Like `run`, but shows everything at once and leaves nothing to read. */
export const runShown = (command, args, options = {}) => run(command, args, { stdio: 'inherit', ...options })

export function stopAll(signal = 'SIGTERM') {
  for (const child of running) child.kill(signal)
}
