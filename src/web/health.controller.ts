import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { Readiness } from './readiness.js';
import { Public } from './audience.js';

/** For load balancers: yes or no, and no detail. */
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process lives. */
  @Get('healthz')
  @Public()
  healthz() {
    return { status: 'ok' };
  }

  /** The process can answer. */
  @Get('readyz')
  @Public()
  async readyz() {
    if (!(await this.readiness.ready()))
      throw new ServiceUnavailableException({ status: 'unavailable' });
    return { status: 'ok' };
  }
}
