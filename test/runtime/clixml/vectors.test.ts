import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deserialize } from '../../../src/runtime/clixml/deserializer.ts';
import { plainLiveValues } from '../../../src/runtime/clixml/live-values.ts';
import { plainInspector } from '../../../src/runtime/clixml/plain-inspector.ts';
import { serialize } from '../../../src/runtime/clixml/serializer.ts';
import type { PSValue } from '../../../src/runtime/values/ps-value.ts';

interface Vector {
  readonly expression: string;
  readonly clixml?: string;
}

const vectors: Vector[] = readFileSync(new URL('./data/clixml.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const localOffset = () => 0;
/** Reads and writes again with type names as they stand. */
function again(text: string): string {
  const value = deserialize(text, {
    live: { ...plainLiveValues, ...typedText, queue: markedQueue, stack: markedStack },
    localOffset,
    keepTypeNames: true,
  });
  const written = serialize([value], {
    inspector,
    localOffset,
    depth: 60,
    document: true,
    protectSecret: (secret) => secret,
  });
  if (typeof written !== 'string') throw new Error('pending');
  return written;
}

class Marked {
  readonly tag: 'URI' | 'XD' | 'SS' | 'QUE' | 'STK';
  readonly text: string;
  readonly items: PSValue[];
  constructor(tag: Marked['tag'], text: string, items: PSValue[] = []) {
    this.tag = tag;
    this.text = text;
    this.items = items;
  }
}

const typedText = {
  uri: (text: string) => new Marked('URI', text),
  xmlDocument: (text: string) => new Marked('XD', text),
  secureString: (text: string) => new Marked('SS', text),
};
const markedQueue = (items: PSValue[]) => new Marked('QUE', '', items);
const markedStack = (items: PSValue[]) => new Marked('STK', '', items);
const inspector: typeof plainInspector = {
  ...plainInspector,
  primitive: (value) =>
    value instanceof Marked && value.tag !== 'QUE' && value.tag !== 'STK'
      ? { tag: value.tag, text: value.text }
      : plainInspector.primitive(value),
  container: (value) =>
    value instanceof Marked && (value.tag === 'QUE' || value.tag === 'STK')
      ? { tag: value.tag, items: value.items }
      : plainInspector.container(value),
};

/** What reading does not keep: script blocks become text, enumerables lists, a wrapper round a bare value goes. */
function settled(text: string): string {
  return text
    .replaceAll('SBK>', 'S>')
    .replaceAll('<IE', '<LST')
    .replaceAll('</IE', '</LST')
    .replace(/<Obj N="UnixMode" RefId="1">\s*<S><\/S>\s*<\/Obj>/, '<S N="UnixMode"></S>')
    .replace(/<Ref N="(User|Group)" RefId="1" \/>/g, '<S N="$1"></S>');
}

const readable = vectors.filter((v) => v.clixml !== undefined);

describe('recorded CLIXML', () => {
  it.each(readable.map((v) => [v.expression, v.clixml ?? '']))('reads and writes %s', (_expression, text) => {
    expect(again(text)).toBe(settled(text));
  });

  it('has all of them', () => {
    expect(readable.length).toBeGreaterThan(100);
  });
});
