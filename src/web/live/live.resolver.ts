import { Args, Resolver, Subscription } from '@nestjs/graphql';
import type { Viewer } from '../../kernel/viewer.js';
import { LiveStreams, type LiveEvent } from '../../view/live.js';
import { Audience } from '../audience.js';
import { watchRequest, WatchArgs } from '../inputs/watch-filter.input.js';
import { DirectoryEventType } from '../types/live.type.js';
import { CurrentViewer } from '../viewer.guard.js';

@Resolver()
export class LiveResolver {
  constructor(private readonly streams: LiveStreams) {}

  @Subscription(() => DirectoryEventType, {
    description:
      'What changes in the directory after a position, as the viewer may see it when it is sent. Over WebSocket only. Not for INTEGRATION_KEY.',
  })
  @Audience(['OPERATOR', 'TECHNICIAN', 'EMPLOYEE', 'INTRANET_KEY', 'PHONE_SYSTEM_KEY'])
  directoryChanged(
    @CurrentViewer() viewer: Viewer,
    @Args() args: WatchArgs,
  ): AsyncIterable<LiveEvent> {
    return this.streams.open(viewer, watchRequest(args));
  }
}
