import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A row of municipality. */
@Entity({ name: 'municipality' })
@Unique('municipality_id_key', ['id'])
export class MunicipalityRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'municipality_pkey' })
  code!: string;

  @Column({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', name: 'switchboard_number' })
  switchboardNumber!: string;

  @Column({ type: 'text', name: 'area_code' })
  areaCode!: string;

  @Column({ type: 'integer', name: 'extension_digits' })
  extensionDigits!: number;

  @Column({ type: 'text', name: 'dial_plan' })
  dialPlan!: string;

  @Column({ type: 'text', name: 'number_series', array: true })
  numberSeries!: string[];

  @Column({ type: 'text', name: 'mobile_visibility' })
  mobileVisibility!: string;
}
