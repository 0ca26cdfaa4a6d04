/**
 * Lets an Instant be written to, and compared with, a timestamptz column through Kysely, as the columns' types promise. Such a column
 * is known by its name: `…_at`, `…_from`, `…_to`.
 */
import {
  BinaryOperationNode, ColumnNode, ColumnUpdateNode, InsertQueryNode, OperationNodeTransformer, PrimitiveValueListNode, ReferenceNode,
  ValueListNode, ValueNode, ValuesNode, type KyselyPlugin, type OperationNode, type QueryId,
} from 'kysely'

const holdsInstant = (node: OperationNode | undefined): boolean => {
  if (node === undefined) return false
  if (ReferenceNode.is(node)) return holdsInstant(node.column)
  return ColumnNode.is(node) && /(_at|_from|_to)$/.test(node.column.name)
}

const asText = (value: unknown): unknown => (typeof value === 'number' ? new Date(value).toISOString() : value)

function withText(node: OperationNode): OperationNode {
  if (ValueNode.is(node)) return { ...node, value: asText(node.value) } as ValueNode
  if (PrimitiveValueListNode.is(node)) return { ...node, values: node.values.map(asText) } as PrimitiveValueListNode
  return node
}

class InstantColumns extends OperationNodeTransformer {
  protected override transformInsertQuery(node: InsertQueryNode, query?: QueryId): InsertQueryNode {
    const { columns, values } = node
    if (!columns?.some(holdsInstant) || !values || !ValuesNode.is(values)) return super.transformInsertQuery(node, query)
    const lists = values.values.map((list) => {
      if (PrimitiveValueListNode.is(list)) {
        return { ...list, values: list.values.map((value, i) => (holdsInstant(columns[i]) ? asText(value) : value)) }
      }
      const named: ValueListNode = { ...list, values: list.values.map((value, i) => (holdsInstant(columns[i]) ? withText(value) : value)) }
      return named
    })
    return super.transformInsertQuery({ ...node, values: { ...values, values: lists } as ValuesNode }, query)
  }

  protected override transformColumnUpdate(node: ColumnUpdateNode, query?: QueryId): ColumnUpdateNode {
    const update = super.transformColumnUpdate(node, query)
    return holdsInstant(update.column) ? { ...update, value: withText(update.value) } : update
  }

  protected override transformBinaryOperation(node: BinaryOperationNode, query?: QueryId): BinaryOperationNode {
    const operation = super.transformBinaryOperation(node, query)
    return holdsInstant(operation.leftOperand) ? { ...operation, rightOperand: withText(operation.rightOperand) } : operation
  }
}

const transformer = new InstantColumns()

export const instantColumns: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
  transformResult: async ({ result }) => result,
}
