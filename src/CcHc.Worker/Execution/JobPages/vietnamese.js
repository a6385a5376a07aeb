// Hangfire's pages write times with moment, which has no Vietnamese: days and clocks as an office writes them, in office time (UTC+7) wherever the browser stands.
(function () {
    'use strict';
    moment.defineLocale('vi', {
        months: 'tháng 1_tháng 2_tháng 3_tháng 4_tháng 5_tháng 6_tháng 7_tháng 8_tháng 9_tháng 10_tháng 11_tháng 12'.split('_'),
        monthsShort: 'Th01_Th02_Th03_Th04_Th05_Th06_Th07_Th08_Th09_Th10_Th11_Th12'.split('_'),
        weekdays: 'Chủ nhật_Thứ hai_Thứ ba_Thứ tư_Thứ năm_Thứ sáu_Thứ bảy'.split('_'),
        weekdaysShort: 'CN_T2_T3_T4_T5_T6_T7'.split('_'),
        weekdaysMin: 'CN_T2_T3_T4_T5_T6_T7'.split('_'),
        longDateFormat: {
            LT: 'HH:mm', LTS: 'HH:mm:ss', L: 'DD/MM/YYYY', LL: 'DD/MM/YYYY', LLL: 'HH:mm DD/MM/YYYY', LLLL: 'dddd, HH:mm DD/MM/YYYY',
            l: 'DD/MM/YYYY', ll: 'DD/MM/YYYY', lll: 'HH:mm DD/MM/YYYY', llll: 'HH:mm:ss DD/MM/YYYY'
        },
        relativeTime: {
            future: 'trong %s', past: '%s trước', s: 'vài giây', ss: '%d giây', m: 'một phút', mm: '%d phút', h: 'một giờ', hh: '%d giờ', d: 'một ngày', dd: '%d ngày', M: 'một tháng', MM: '%d tháng',
            y: 'một năm', yy: '%d năm'
        },
        week: { dow: 1, doy: 4 }
    });
    // A definition puts itself in force; the page says which language it wants.
    moment.locale('en');
    moment.updateOffset = function (time) {
        if (!time.isOfficeTime) {
            time.isOfficeTime = true;
            time.utcOffset(420);
        }
    };
})();
