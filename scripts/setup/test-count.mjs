/** Counts the tests of a run from vitest's JSON report. */

const none = { passed: 0, failed: 0, skipped: 0 }

/** A file that broke before its tests, or an error outside any test, counts as one failure: nothing that went wrong may count as nothing. */
export function countReport(report, exitCode) {
  if (!report) return { ...none, failed: 1 }
  const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
  const failed = report.numFailedTests + brokenFiles.length
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

export const sum = (counts) => counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), none)

/** The closing line, in the form that continuous integration reads. */
export const closingLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
