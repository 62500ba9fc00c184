import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MunicipalityConfig } from '../config/directories-file.js';
import type { MunicipalityCode, MunicipalityId } from '../kernel/ids.js';
import type { Municipality } from '../staff/municipality.js';
import type { E164 } from '../staff/phone-number.js';
import { MunicipalityRow } from './rows/municipality.row.js';

/** The municipalities, as the directories file gave them at the last start; their own settings are in SettingsStore. */
@Injectable()
export class MunicipalitiesStore {
  #all: readonly Municipality[] = [];

  constructor(private readonly database: DataSource) {}

  /** Every municipality, by name. Held in memory: they change at a start only. */
  all(): readonly Municipality[] {
    return this.#all;
  }

  /** The municipality with this code, or null. */
  byCode(code: string): Municipality | null {
    return this.#all.find((m) => m.code === code) ?? null;
  }

  /** The codes of all municipalities, for `reachOf`. */
  codes(): readonly MunicipalityCode[] {
    return this.#all.map((m) => m.code);
  }

  /**
   * Takes over what the directories file says, and keeps it. Municipalities that it no longer names stay
   * stored. Who sees mobile numbers is taken from the file once: after that the municipality sets it.
   */
  async configure(configured: readonly MunicipalityConfig[]): Promise<void> {
    for (const m of configured) {
      await this.database.query(
        `insert into municipality (code, id, name, switchboard_number, area_code, extension_digits,
             dial_plan, number_series, mobile_visibility)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict on constraint municipality_pkey do update set
             name = excluded.name, switchboard_number = excluded.switchboard_number,
             area_code = excluded.area_code, extension_digits = excluded.extension_digits,
             dial_plan = excluded.dial_plan, number_series = excluded.number_series`,
        [
          m.code,
          randomUUID(),
          m.name,
          m.switchboardNumber,
          m.areaCode,
          m.extensionDigits,
          m.dialPlan,
          m.numberSeries,
          m.settings.mobileVisibility,
        ],
      );
      await this.database.query(
        `insert into municipality_settings (municipality_code, outside_forwarding, version) values ($1, false, 1)
         on conflict on constraint municipality_settings_pkey do nothing`,
        [m.code],
      );
      for (const { id } of m.directories)
        await this.database.query(
          `insert into directory_source (id, municipality_code, marks, refused_binds) values ($1, $2, '{}', 0)
           on conflict on constraint directory_source_pkey do nothing`,
          [id, m.code],
        );
    }
    const rows = await this.database
      .getRepository(MunicipalityRow)
      .find({ order: { name: 'ASC' } });
    this.#all = rows.map(municipalityFrom);
  }
}

function municipalityFrom(row: MunicipalityRow): Municipality {
  return {
    id: row.id as MunicipalityId,
    code: row.code as MunicipalityCode,
    name: row.name,
    switchboardNumber: row.switchboardNumber as E164,
    areaCode: row.areaCode,
    extensionDigits: row.extensionDigits,
    dialPlan: row.dialPlan,
    numberSeries: row.numberSeries,
  };
}
