import type { FileFormat } from '@data/extract/table-file';
import {
  type Data,
  Dictionary,
  Int32,
  Message,
  Table,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow';

/** A file to be decoded as the table `prom`, and what must become of it. */
export interface HostileFile {
  readonly name: string;
  readonly format: FileFormat;
  readonly bytes: Uint8Array;
  /** The code it is refused with; `loads` with all its rows; `either` when a change may or may not be seen. */
  readonly outcome: string;
}

/** Arrow files whose buffers lie: about where they begin, how they are packed, or what they point at. */
export function hostileArrow(seed: Table): readonly HostileFile[] {
  const format: FileFormat = 'arrow';
  const bytesOf = (scale: Vector, as: 'file' | 'stream') => tableToIPC(seed.assign(new Table({ scale })), as);
  const written = (['file', 'stream'] as const).flatMap((as) => [
    { name: `a huge dictionary in a ${as}`, bytes: bytesOf(longTexts(seed.numRows), as), outcome: 'loads' },
    ...forgedColumns(seed.numRows).map(({ name, column }) => ({
      name: `${name} in a ${as}`,
      bytes: bytesOf(column, as),
      outcome: 'damaged-file',
    })),
  ]);
  const stream = tableToIPC(seed, 'stream');
  const packed = [
    { name: 'buffers that no number is aligned in', change: { shift: 4 }, outcome: 'damaged-file' },
    { name: 'buffers packed with LZ4', change: { codec: 0 }, outcome: 'compressed-arrow' },
    { name: 'buffers packed with ZSTD', change: { codec: 1 }, outcome: 'compressed-arrow' },
    {
      name: 'buffers that unpack to a terabyte',
      change: { codec: 1, unpacked: 2n ** 40n },
      outcome: 'compressed-arrow',
    },
  ].map(({ name, change, outcome }) => ({ name, bytes: repacked(stream, change), outcome }));
  return [...written, ...packed].map((file) => ({ ...file, format }));
}

const longTexts = (rows: number) =>
  vectorFromArray(
    Array.from({ length: rows }, (_, row) => `${row} `.padEnd(2000, 'x')),
    new Dictionary(new Utf8(), new Int32()),
  );

/** Columns of texts of which one code, or one end, is wrong. */
function forgedColumns(rows: number): readonly { readonly name: string; readonly column: Vector }[] {
  const forged = (name: string, type: Utf8 | Dictionary<Utf8, Int32>, forge: (data: Data) => void) => {
    const column = vectorFromArray(
      Array.from({ length: rows }, (_, row) => (row % 2 === 0 ? 'vas' : 'x')),
      type,
    );
    for (const data of column.data.slice(0, 1)) forge(data as Data);
    return { name, column };
  };
  const coded = () => new Dictionary(new Utf8(), new Int32());
  return [
    forged('a code beyond its dictionary', coded(), ({ values }) => values.set([99], 5)),
    forged('a code far beyond its dictionary', coded(), ({ values }) => values.set([2e9], 5)),
    forged('a code below its dictionary', coded(), ({ values }) => values.set([-1], 5)),
    forged('a text that ends before it begins', new Utf8(), ({ valueOffsets }) => valueOffsets.set([0], 5)),
    forged('a text that ends beyond the file', new Utf8(), ({ valueOffsets }) =>
      valueOffsets.set([1e8], 500),
    ),
  ];
}

interface Packing {
  /** Bytes that stand before the first buffer. */
  readonly shift?: number;
  /** 0 for LZ4, 1 for ZSTD. Each buffer says -1 before itself: left as it is. */
  readonly codec?: number;
  /** What each buffer says instead. */
  readonly unpacked?: bigint;
}

/** The stream with its batches written again. */
function repacked(stream: Uint8Array, { shift = 0, codec, unpacked = -1n }: Packing): Uint8Array {
  const view = new DataView(stream.buffer, stream.byteOffset);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < stream.length; ) {
    const length = view.getInt32(at + 4, true);
    const message = length === 0 ? null : Message.decode(stream.subarray(at + 8, at + 8 + length));
    const end = at + 8 + length + (message?.bodyLength ?? 0);
    if (message?.isRecordBatch()) {
      const body = stream.subarray(at + 8 + length, end);
      const { length: rows, nodes, buffers } = message.header();
      const pieces = buffers.map(({ offset, length: size }) => body.subarray(offset, offset + size));
      const places: [bigint, bigint][] = [];
      const written: Uint8Array[] = [new Uint8Array(shift)];
      let to = shift;
      for (const piece of pieces) {
        const prefix = codec === undefined ? [] : [new Uint8Array(new BigInt64Array([unpacked]).buffer)];
        const size = piece.length + prefix.length * 8;
        const rest = (8 - (size % 8)) % 8;
        places.push([BigInt(to), BigInt(size)]);
        written.push(...prefix, piece, new Uint8Array(rest));
        to += size + rest;
      }
      written.push(new Uint8Array((8 - (to % 8)) % 8));
      const packed = new Uint8Array(Buffer.concat(written));
      const header = batchMessage(
        BigInt(rows),
        nodes.map((node) => [BigInt(node.length), BigInt(node.nullCount)]),
        places,
        BigInt(packed.length),
        codec,
      );
      parts.push(header, packed);
    } else parts.push(stream.subarray(at, end));
    at = end;
  }
  return new Uint8Array(Buffer.concat(parts));
}

type Pair = readonly [bigint, bigint];

/** A `Message` with a `RecordBatch`, as flatbuffers lay it out (Message.fbs): a table is preceded by where its fields are. */
function batchMessage(
  rows: bigint,
  nodes: readonly Pair[],
  buffers: readonly Pair[],
  bodyLength: bigint,
  codec: number | undefined,
): Uint8Array {
  const nodesAt = 100;
  const buffersAt = nodesAt + 4 + nodes.length * 16 + 4;
  const size = buffersAt + 4 + buffers.length * 16;
  const bytes = new Uint8Array(8 + size);
  const view = new DataView(bytes.buffer, 8);
  const shorts = (at: number, ...values: number[]) => {
    for (const [index, value] of values.entries()) view.setUint16(at + index * 2, value, true);
  };
  const pairs = (at: number, values: readonly Pair[]) => {
    view.setUint32(at, values.length, true);
    for (const [index, value] of values.flat().entries()) view.setBigInt64(at + 4 + index * 8, value, true);
  };
  new DataView(bytes.buffer).setInt32(0, -1, true);
  new DataView(bytes.buffer).setInt32(4, size, true);
  view.setUint32(0, 16, true);
  // Message: version 5, a record batch, its table, the length of the body.
  shorts(4, 12, 24, 4, 6, 8, 16);
  view.setInt32(16, 12, true);
  shorts(20, 4);
  view.setUint8(22, 3);
  view.setUint32(24, 56 - 24, true);
  view.setBigInt64(32, bodyLength, true);
  // RecordBatch: rows, nodes, buffers, compression.
  shorts(40, 12, 24, 8, 4, 16, codec === undefined ? 0 : 20);
  view.setInt32(56, 16, true);
  view.setUint32(60, nodesAt - 60, true);
  view.setBigInt64(64, rows, true);
  view.setUint32(72, buffersAt - 72, true);
  view.setUint32(76, 88 - 76, true);
  // BodyCompression: codec.
  shorts(80, 6, 8, 4);
  view.setInt32(88, 8, true);
  view.setUint8(92, codec ?? 0);
  pairs(nodesAt, nodes);
  pairs(buffersAt, buffers);
  return bytes;
}
