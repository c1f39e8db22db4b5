// A real ONNX model, small enough to write by hand: last_hidden_state = Gather(table, input_ids). Fields as onnx.proto numbers them.

const FLOAT = 1;
const INT64 = 7;

/** The bytes of a model that looks each token up in a table: one row of numbers for each token, all of one width. Other inputs are asked for and not used. */
export function tinyOnnx(rows: readonly (readonly number[])[], inputs = ['input_ids', 'attention_mask']): Buffer {
  const width = rows[0]!.length;
  const table = message(varint(1, rows.length), varint(1, width), varint(2, FLOAT), text(8, 'table'), bytes(9, floats(rows.flat())));
  const node = message(text(1, 'table'), text(1, 'input_ids'), text(2, 'last_hidden_state'), text(4, 'Gather'));
  const graph = message(
    bytes(1, node),
    text(2, 'tiny'),
    bytes(5, table),
    ...inputs.map((input) => bytes(11, valueInfo(input, INT64, ['batch', 'sequence']))),
    bytes(12, valueInfo('last_hidden_state', FLOAT, ['batch', 'sequence', width])),
  );
  return message(varint(1, 8), bytes(7, graph), bytes(8, message(text(1, ''), varint(2, 13))));
}

function valueInfo(name: string, type: number, dims: (string | number)[]): Buffer {
  const shape = message(...dims.map((dim) => bytes(1, message(typeof dim === 'string' ? text(2, dim) : varint(1, dim)))));
  return message(text(1, name), bytes(2, message(bytes(1, message(varint(1, type), bytes(2, shape))))));
}

const message = (...fields: Buffer[]): Buffer => Buffer.concat(fields);
const text = (field: number, value: string): Buffer => bytes(field, Buffer.from(value));
const varint = (field: number, value: number): Buffer => Buffer.concat([number(field << 3), number(value)]);
const bytes = (field: number, value: Buffer): Buffer => Buffer.concat([number((field << 3) | 2), number(value.length), value]);
const floats = (values: readonly number[]): Buffer => Buffer.from(Float32Array.from(values).buffer);

function number(value: number): Buffer {
  const out: number[] = [];
  let rest = value;
  for (; rest > 127; rest >>>= 7) out.push((rest & 127) | 128);
  return Buffer.from([...out, rest]);
}
