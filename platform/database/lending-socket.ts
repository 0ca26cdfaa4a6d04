/** A socket that reads into the same memory again and again: what a copy brings would otherwise be half a gigabyte to collect. */
import { Socket, type OnReadOpts, type SocketConstructorOpts } from 'node:net'

import type { LendingStream } from './lending-stream.ts'

const pieceBytes = 128 * 1024

export function lendingSocket(): Socket & LendingStream {
  const take = (size: number, memory: Uint8Array): boolean => {
    const piece = Buffer.from(memory.buffer, memory.byteOffset, size)
    socket.emit('data', socket.lends ? piece : Buffer.from(piece))
    return true
  }
  const options: SocketConstructorOpts & { readonly onread: OnReadOpts } = { onread: { buffer: Buffer.allocUnsafeSlow(pieceBytes), callback: take } }
  const socket = Object.assign(new Socket(options), { lends: false })
  return socket
}
