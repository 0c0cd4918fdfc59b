import type { PayloadFormat } from '../../../src/remoting/psrp/payload-format.ts';
import { deserialize } from '../../../src/runtime/clixml/deserializer.ts';
import { plainLiveValues } from '../../../src/runtime/clixml/live-values.ts';
import { plainContainer, plainInspector } from '../../../src/runtime/clixml/plain-inspector.ts';
import { serializeNow } from '../../../src/runtime/clixml/serializer.ts';

const localOffset = () => 0;

/** Payloads over the value classes alone. */
export const plainFormat: PayloadFormat = {
  write: (value) => serializeNow(value, { inspector: plainInspector, localOffset }),
  read: (text) => deserialize(text, { live: plainLiveValues, localOffset }),
  items(value) {
    const view = typeof value === 'object' && value !== null ? plainContainer(value) : undefined;
    return view && view.tag !== 'DCT' ? [...view.items] : undefined;
  },
};
