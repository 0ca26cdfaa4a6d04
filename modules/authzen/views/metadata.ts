/** Where a client that knows only the address of this server finds everything (AuthZEN 1.0, metadata). */
import { z } from 'zod'

import { contract } from '../../../platform/http/contract.ts'
import { route, WrittenAnswer } from '../../../platform/http/route.ts'
import { misfit } from '../misfit.ts'

const metadataContract = contract({
  id: 'authzen.metadata', method: 'GET', path: '/.well-known/authzen-configuration', tag: 'authzen', open: 'public', refusals: 'text',
  summary: 'AuthZEN 1.0 metadata: where the evaluations and searches are.',
  answer: z.object({
    policy_decision_point: z.string(), access_evaluation_endpoint: z.string(), access_evaluations_endpoint: z.string(),
    search_subject_endpoint: z.string(), search_resource_endpoint: z.string(), search_action_endpoint: z.string(),
  }),
})

/** TLS is the proxy's work; only on the machine itself is there none. */
function addressFrom(host: string | undefined): string {
  if (host === undefined || !/^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i.test(host)) {
    throw misfit('Host', 'This is no address.', 'Send the Host header with the name this server is reached by.', 'wrong-header')
  }
  return `${/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|$)/.test(host) ? 'http' : 'https'}://${host}`
}

export const metadata = route(metadataContract, async ({ services, header }) => {
  const base = services.publicUrl ?? addressFrom(header('host'))
  const access = `${base}/access/v1`
  const document: z.infer<typeof metadataContract.answer> = {
    policy_decision_point: base, access_evaluation_endpoint: `${access}/evaluation`, access_evaluations_endpoint: `${access}/evaluations`,
    search_subject_endpoint: `${access}/search/subject`, search_resource_endpoint: `${access}/search/resource`, search_action_endpoint: `${access}/search/action`,
  }
  return new WrittenAnswer(JSON.stringify(document), { 'cache-control': 'public, max-age=300', vary: 'host' })
})
