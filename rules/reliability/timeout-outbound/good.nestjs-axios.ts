import { HttpModule, HttpService } from '@nestjs/axios';
import { Injectable, Module } from '@nestjs/common';
import { catchError, firstValueFrom, of, timeout } from 'rxjs';

@Injectable()
export class RatesService {
  constructor(private readonly http: HttpService) {}

  async latest() {
    const { data } = await firstValueFrom(this.http.get('https://rates.example.com/latest', { timeout: 5_000 }));
    return data;
  }

  async history() {
    return firstValueFrom(
      this.http.get('https://rates.example.com/history').pipe(
        timeout(5_000),
        catchError(() => of({ data: [] })),
      ),
    );
  }
}

@Module({ imports: [HttpModule], providers: [RatesService] })
export class RatesModule {}
