import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { PERMISSION, type Permission } from '../../src/web/permission.js';
import type { Program } from './program.js';

/** A route of the program as its controller declares it. */
export interface Route {
  /** CaseController.show */
  readonly name: string;
  readonly method: string;
  /** With the names of its parts: /cases/:id */
  readonly path: string;
  readonly permission: Permission | undefined;
}

/** Every route that the program answers. */
export function routesOf(program: Program): Route[] {
  const modules = program.application.get(ModulesContainer);
  const controllers = [...modules.values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const type = metatype as new () => object;
    const prototype = type.prototype as Record<string, unknown>;
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
      const permission = (Reflect.getMetadata(PERMISSION, handler) ??
        Reflect.getMetadata(PERMISSION, type)) as Permission | undefined;
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? '';
      const path = [type, handler]
        .map((one) => String(Reflect.getMetadata(PATH_METADATA, one)))
        .join('/')
        .replace(/\/+/g, '/');
      return [{ name: `${type.name}.${name}`, method, path, permission }];
    });
  });
}
