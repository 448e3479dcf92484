import axios from 'axios';
import { IsIn, IsUrl } from 'class-validator';
import { Body, JsonController, Param, Post, QueryParam } from 'routing-controllers';
import { controller, httpPost, requestBody } from 'inversify-express-utils';
import { Query, Route } from 'tsoa';

class Hook {
  @IsUrl()
  url: string;

  @IsIn(['eu', 'us'])
  region: string;
}

@JsonController('/hooks')
export class HookController {
  @Post('/')
  async create(@Body() hook: Hook, @QueryParam('host') host: string, @Param('port') port: number) {
    // expect: ssrf
    await axios.post(hook.url, {});
    // expect: ssrf
    await axios.get(`http://${host}/status`);
    // ok: ssrf
    await axios.get(`http://127.0.0.1:${port}/status`);
    // ok: ssrf
    await axios.get(`https://${hook.region}.example.com/`);
  }
}

@controller('/old-hooks')
export class OldHookController {
  @httpPost('/')
  async create(@requestBody() hook: { url: string }) {
    // expect: ssrf
    await axios.post(hook.url, {});
  }
}

@Route('typed-hooks')
export class TypedHookController {
  async read(@Query() url: string, @Query() page: number) {
    // expect: ssrf
    await axios.get(url);
    // ok: ssrf
    await axios.get(`https://api.example.com/${page}`);
  }
}
