import { HttpModule, HttpService } from '@nestjs/axios';
import { Injectable, Module } from '@nestjs/common';
import { firstValueFrom, retry } from 'rxjs';

@Injectable()
export class RatesService {
  constructor(private readonly http: HttpService) {}

  async latest() {
    // expect: timeout-outbound
    const { data } = await firstValueFrom(this.http.get('https://rates.example.com/latest').pipe(retry(2)));
    return data;
  }

  publish(rates: object) {
    // expect: timeout-outbound
    return this.http.axiosRef.post('https://rates.example.com/publish', rates);
  }
}

@Module({ imports: [HttpModule.register({ maxRedirects: 3 })], providers: [RatesService] })
export class RatesModule {}
