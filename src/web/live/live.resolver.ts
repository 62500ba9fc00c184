import { Args, Context, Resolver, Subscription } from '@nestjs/graphql';
import { LiveStreams, type Delivery, type WatchRequest } from '../../view/live.js';
import { Audience } from '../audience.js';
import { watchFilter, WatchArgs } from '../inputs/watch-filter.input.js';
import { DirectoryEventType } from '../types/live.type.js';

/** What a connection gives its subscriptions. */
export type Watcher = Pick<WatchRequest, 'others' | 'identify' | 'cut'>;

@Resolver()
export class LiveResolver {
  constructor(private readonly streams: LiveStreams) {}

  @Subscription(() => DirectoryEventType, {
    description:
      'What changes in the directory after a position, as the viewer may see it when it is sent. Over WebSocket only. Not for INTEGRATION_KEY.',
  })
  @Audience(['OPERATOR', 'TECHNICIAN', 'EMPLOYEE', 'INTRANET_KEY', 'PHONE_SYSTEM_KEY'])
  directoryChanged(
    @Context('watcher') watcher: Watcher,
    @Args() args: WatchArgs,
  ): AsyncIterable<Delivery> {
    const filter = watchFilter(args);
    return this.streams.open({ ...watcher, filter, after: args.after ?? null });
  }
}
