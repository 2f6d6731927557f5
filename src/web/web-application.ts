import { type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ThrottlerStorage } from '@nestjs/throttler';
import express from 'express';
import { DataSource } from 'typeorm';
import { serveAssets } from './assets.js';
import { Authenticator, readPersonsFrom } from './authenticator.js';
import { correlate } from './correlation.js';
import { ReplyAdapter } from './page-writer.js';
import { refuseUnreadableAddresses, tidyBody } from './readable.js';
import { keptByNobody, securityHeaders } from './security.js';
import { openSessions } from './session.js';
import { readUploads } from './uploads.js';

/** A program that answers pages; `listen` and `close` as Nest has them. */
export type WebApplication = NestExpressApplication;

/**
 * Builds the application around the root module. The order is the point: headers and assets without a session,
 * then the session and the person, then the body, so that guards know who asks before they look at the token.
 */
export async function createWebApplication(root: Type | DynamicModule): Promise<WebApplication> {
  const application = await NestFactory.create<NestExpressApplication>(root, new ReplyAdapter(), {
    bodyParser: false,
    // What fails at the start is thrown, and told in Chinese by whoever starts.
    logger: ['warn', 'fatal'],
    abortOnError: false,
  });
  const dataSource = application.get(DataSource);
  const sessions = openSessions(dataSource);
  const authenticator = application.get(Authenticator);
  readPersonsFrom(authenticator, dataSource);

  application.set('trust proxy', 'loopback');
  application.disable('x-powered-by');
  application.use(correlate);
  application.use(securityHeaders());
  application.use(refuseUnreadableAddresses);
  application.use(serveAssets);
  application.use(keptByNobody);
  application.use(sessions.handler);
  application.use(authenticator.initialize());
  application.use(authenticator.session());
  application.use(express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 2000 }));
  application.use(express.json({ limit: '1mb' }));
  application.use(readUploads(application.get<ThrottlerStorage>(ThrottlerStorage)));
  application.use(tidyBody);

  // Sessions are pruned through the pool of the data source, which closes after the server.
  application.getHttpServer().once('close', () => void sessions.close());
  return application;
}
