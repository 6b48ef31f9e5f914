// Packs a folder as a zip that depends on nothing but names, bytes and modes: entries sorted, one fixed time, no extra fields.
// Usage: node pack.mjs FOLDER FILE.zip
import { createWriteStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

const [folder, target] = process.argv.slice(2);
const unix = 3 << 8;
const version = 20;
const utf8Names = 1 << 11;
const deflated = 8;
const newYear2000 = { date: ((2000 - 1980) << 9) | (1 << 5) | 1, time: 0 };

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
  .sort((left, right) => (left < right ? -1 : 1));

function header(signature, made, packed, plain, sum, name) {
  const fields = Buffer.alloc(made === null ? 30 : 46);
  let at = fields.writeUInt32LE(signature, 0);
  if (made !== null) at = fields.writeUInt16LE(made, at);
  for (const short of [version, utf8Names, deflated, newYear2000.time, newYear2000.date]) at = fields.writeUInt16LE(short, at);
  for (const long of [sum, packed, plain]) at = fields.writeUInt32LE(long, at);
  fields.writeUInt16LE(name.length, at);
  return fields;
}

const zip = createWriteStream(target, { mode: 0o644 });
const directory = [];
let offset = 0;
for (const file of files) {
  const path = join(folder, file);
  const name = Buffer.from(file, 'utf8');
  const plain = readFileSync(path);
  const packed = deflateRawSync(plain, { level: 9 });
  const sum = crc32(plain);
  const local = header(0x04034b50, null, packed.length, plain.length, sum, name);
  const central = header(0x02014b50, unix | version, packed.length, plain.length, sum, name);
  central.writeUInt32LE((statSync(path).mode & 0xffff) * 0x10000, 38);
  central.writeUInt32LE(offset, 42);
  directory.push(central, name);
  for (const part of [local, name, packed]) zip.write(part);
  offset += local.length + name.length + packed.length;
}

const index = Buffer.concat(directory);
const end = Buffer.alloc(22);
end.writeUInt32LE(0x06054b50, 0);
end.writeUInt16LE(files.length, 8);
end.writeUInt16LE(files.length, 10);
end.writeUInt32LE(index.length, 12);
end.writeUInt32LE(offset, 16);
zip.write(index);
zip.end(end);
