import { Empty } from '../empty/empty.tsx'
import type { Examples } from '../example.ts'
import { Pager } from '../pager/pager.tsx'
import { State, type Tone } from '../state/state.tsx'
import { Amount, Count, Day } from '../values/values.tsx'
import { DataTable, type Column } from './data-table.tsx'

interface Line {
  readonly id: string
  readonly holder: string
  readonly post: string
  readonly matter: string
  readonly upTo: string | null
  readonly since: string
  readonly tone: Tone
  readonly state: string
}

const lines: readonly Line[] = [
  {
    id: '1',
    holder: 'Leila Haddad',
    post: 'Chief of Procurement, Lake Region',
    matter: 'Award, open tender',
    upTo: '500000',
    since: '2025-05-14',
    tone: 'yes',
    state: 'In force',
  },
  {
    id: '2',
    holder: 'Sun-hee Park',
    post: 'Contracts Officer, Lake Region',
    matter: 'Award, sole source',
    upTo: '50000',
    since: '2026-01-07',
    tone: 'no',
    state: 'Parent may not pass on',
  },
  {
    id: '3',
    holder: 'Post of Chief of Supply',
    post: 'vacant, River Mission',
    matter: 'Award, call-off',
    upTo: '150000',
    since: '2024-09-12',
    tone: 'wait',
    state: 'Nobody in post',
  },
  {
    id: '4',
    holder: 'Grace Mwangi',
    post: 'Chief, Human Resources',
    matter: 'Special post allowance',
    upTo: null,
    since: '2025-08-22',
    tone: 'soon',
    state: 'Ends in 8 days',
  },
]

const columns: readonly Column<Line>[] = [
  {
    key: 'holder',
    head: 'Holder',
    sortable: true,
    cell: (line) => (
      <>
        <a href="#data-table-usual">{line.holder}</a>
        <small>{line.post}</small>
      </>
    ),
  },
  { key: 'matter', head: 'Matter', sortable: true, cell: (line) => line.matter },
  {
    key: 'upTo',
    head: 'Up to, USD',
    numeric: true,
    sortable: true,
    cell: (line) => (line.upTo === null ? 'no limit' : <Count value={line.upTo} />),
  },
  { key: 'since', head: 'Since', cell: (line) => <Day value={line.since} /> },
  { key: 'state', head: 'State', cell: (line) => <State tone={line.tone}>{line.state}</State> },
]

const arabic: readonly Column<Line>[] = [
  {
    key: 'holder',
    head: 'المفوَّض إليه',
    cell: () => (
      <>
        <a href="#data-table-right-to-left">
          <bdi>ليلى حداد</bdi>
        </a>
        <small>رئيسة المشتريات، منطقة البحيرة</small>
      </>
    ),
  },
  { key: 'matter', head: 'المسألة', cell: () => 'إرساء العقود بمناقصة مفتوحة' },
  {
    key: 'upTo',
    head: 'الحد الأقصى',
    numeric: true,
    cell: (line) => (line.upTo === null ? 'بلا حد' : <Amount money={{ currency: 'USD', value: line.upTo }} />),
  },
  { key: 'since', head: 'منذ', cell: (line) => <Day value={line.since} /> },
  { key: 'state', head: 'الحالة', cell: () => <State tone="yes">ساري</State> },
]

const rowKey = (line: Line): string => line.id
const sortHref = (): string => '#data-table-usual'
const longName =
  'Office of the Special Representative of the Secretary-General for the Coordination of Humanitarian Logistics ' +
  'in the Great Lake and River Basins'

export const dataTableExamples: Examples = {
  component: 'data-table',
  examples: [
    {
      situation: 'usual',
      Shown: () => (
        <DataTable
          caption="Delegations in force"
          columns={columns}
          rows={lines}
          rowKey={rowKey}
          sorting={{ key: 'holder', descending: false }}
          sortHref={sortHref}
          totals={{ holder: '4 delegations', upTo: <Count value="700000" /> }}
          exports={[
            { label: 'CSV', href: '#csv' },
            { label: 'XLSX', href: '#xlsx' },
          ]}
          foot={<Pager page={2} size={50} total={1284} href={(page) => `#page-${page}`} />}
        />
      ),
    },
    {
      situation: 'empty',
      Shown: () => (
        <DataTable
          caption="Waiting for me"
          columns={columns}
          rows={[]}
          rowKey={rowKey}
          empty={
            <Empty title="Nothing waits for you">
              What others send you to accept, decide or confirm will stand here, the most urgent first.
            </Empty>
          }
        />
      ),
    },
    {
      situation: 'long',
      Shown: () => (
        <DataTable
          caption="Delegations to and from entities with long names"
          columns={columns}
          rowKey={rowKey}
          rows={lines.map((line) => ({
            ...line,
            post: longName,
            matter: `${line.matter}, whole contract with its amendments and options, wherever they are exercised`,
          }))}
        />
      ),
    },
    {
      situation: 'busy',
      Shown: () => <DataTable caption="Delegations, being read again" columns={columns} rows={lines.slice(0, 2)} rowKey={rowKey} busy />,
    },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => (
        <DataTable caption="التفويضات السارية" columns={arabic} rows={lines} rowKey={rowKey} exports={[{ label: 'CSV', href: '#csv' }]} />
      ),
    },
  ],
}
