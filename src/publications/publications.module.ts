import { Module } from '@nestjs/common';
import { PublicationKeeping } from './publication-keeping.js';
import { PublicationsController } from './publications.controller.js';

@Module({ controllers: [PublicationsController], providers: [PublicationKeeping] })
export class PublicationsModule {}
