import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MunicipalityCode } from '../kernel/ids.js';

/** How far each telephone has counted what is dialled on it. What that was, and when, is not kept. */
@Injectable()
export class DialSequencesStore {
  constructor(private readonly database: DataSource) {}

  /** Counts a telephone on; false when it had counted that far before, so that this came late or twice. */
  async countOn(municipality: MunicipalityCode, line: string, reportSeq: string): Promise<boolean> {
    const rows = await this.database.query<unknown[]>(countOn, [municipality, line, reportSeq]);
    return rows.length > 0;
  }
}

const countOn = `
  insert into phone_report as known (municipality_code, line, topic, report_seq)
  values ($1, $2, 'DIAL', $3)
  on conflict on constraint phone_report_pkey do update set report_seq = excluded.report_seq
   where excluded.report_seq > known.report_seq
  returning line`;
