import { Module } from '@nestjs/common';
import { CatalogueController } from './catalogue.controller.js';
import { CatalogueKeeping } from './catalogue-keeping.js';
import { PublicationKeeping } from './publication-keeping.js';
import { PublicationsController } from './publications.controller.js';

/** 主动公开: the catalogue with the period of each line, and what is suggested to be made public. */
@Module({
  controllers: [PublicationsController, CatalogueController],
  providers: [PublicationKeeping, CatalogueKeeping],
})
export class PublicationsModule {}
