/** Links that take a list out as a file: what is filtered and sorted, whole, whatever page is shown. */
import { addressOf } from './request.ts'

const formats = ['csv', 'xlsx', 'json'] as const

export const fileLinks = (path: string, query: Readonly<Record<string, unknown>>): readonly { readonly label: string; readonly href: string }[] =>
  formats.map((format) => ({ label: format.toUpperCase(), href: addressOf(path, {}, { ...query, format }) }))
