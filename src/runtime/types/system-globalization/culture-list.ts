/** The cultures of CLDR as ICU lists them: a neutral one, a colon, what follows its name in those below it. */
const list = `af:NA,ZA agq:CM ak:GH am:ET ar:001,AE,BH,DJ,DZ,EG,EH,ER,IL,IQ,JO,KM,KW,LB,LY,MA,MR,OM,PS,QA,SA,SD,SO,SS,SY,TD,TN,YE
as:IN asa:TZ ast:ES az az-Cyrl:AZ az-Latn:AZ bas:CM be:BY bem:ZM bez:TZ bg:BG bgc:IN bho:IN bm:ML bn:BD,IN bo:CN,IN
br:FR brx:IN bs bs-Cyrl:BA bs-Latn:BA ca:AD,ES,FR,IT ccp:BD,IN ce:RU ceb:PH cgg:UG chr:US ckb:IQ,IR cs:CZ cv:RU cy:GB
da:DK,GL dav:KE de:AT,BE,CH,DE,IT,LI,LU dje:NE doi:IN dsb:DE dua:CM dyo:SN dz:BT ebu:KE ee:GH,TG el:CY,GR
en:001,150,AE,AG,AI,AS,AT,AU,BB,BE,BI,BM,BS,BW,BZ,CA,CC,CH,CK,CM,CX,CY,DE,DG,DK,DM,ER,FI,FJ,FK,FM,GB,GD,GG,GH,GI,GM,GU,GY,HK,IE,IL,IM,IN,IO,JE,JM,KE,KI,KN,KY,LC,LR,LS,MG,MH,MO,MP,MS,MT,MU,MV,MW,MY,NA,NF,NG,NL,NR,NU,NZ,PG,PH,PK,PN,PR,PW,RW,SB,SC,SD,SE,SG,SH,SI,SL,SS,SX,SZ,TC,TK,TO,TT,TV,TZ,UG,UM
en-US:POSIX en-VC en-VG en-VI en-VU en-WS en-ZA en-ZM en-ZW eo:001
es:419,AR,BO,BR,BZ,CL,CO,CR,CU,DO,EA,EC,ES,GQ,GT,HN,IC,MX,NI,PA,PE,PH,PR,PY,SV,US,UY,VE et:EE eu:ES ewo:CM fa:AF,IR ff
ff-Adlm:BF,CM,GH,GM,GN,GW,LR,MR,NE,NG,SL,SN ff-Latn:BF,CM,GH,GM,GN,GW,LR,MR,NE,NG,SL,SN fi:FI fil:PH fo:DK,FO
fr:BE,BF,BI,BJ,BL,CA,CD,CF,CG,CH,CI,CM,DJ,DZ,FR,GA,GF,GN,GP,GQ,HT,KM,LU,MA,MC,MF,MG,ML,MQ,MR,MU,NC,NE,PF,PM,RE,RW,SC,SN,SY,TD,TG,TN,VU,WF,YT
fur:IT fy:NL ga:GB,IE gd:GB gl:ES gsw:CH,FR,LI gu:IN guz:KE gv:IM ha:GH,NE,NG haw:US he:IL hi:IN hi-Latn:IN hr:BA,HR
hsb:DE hu:HU hy:AM ia:001 id:ID ig:NG ii:CN is:IS it:CH,IT,SM,VA ja:JP jgo:CM jmc:TZ jv:ID ka:GE kab:DZ kam:KE kde:TZ
kea:CV kgp:BR khq:ML ki:KE kk:KZ kkj:CM kl:GL kln:KE km:KH kn:IN ko:KP,KR kok:IN ks ks-Arab:IN ks-Deva:IN ksb:TZ
ksf:CM ksh:DE ku:TR kw:GB ky:KG lag:TZ lb:LU lg:UG lkt:US ln:AO,CD,CF,CG lo:LA lrc:IQ,IR lt:LT lu:CD luo:KE luy:KE
lv:LV mai:IN mas:KE,TZ mer:KE mfe:MU mg:MG mgh:MZ mgo:CM mi:NZ mk:MK ml:IN mn:MN mni mni-Beng:IN mr:IN ms:BN,ID,MY,SG
mt:MT mua:CM my:MM mzn:IR naq:NA nb:NO,SJ nd:ZW ne:IN,NP nl:AW,BE,BQ,CW,NL,SR,SX nmg:CM nn:NO nnh:CM no nus:SS nyn:UG
om:ET,KE or:IN os:GE,RU pa pa-Arab:PK pa-Guru:IN pcm:NG pl:PL ps:AF,PK pt:AO,BR,CH,CV,GQ,GW,LU,MO,MZ,PT,ST,TL
qu:BO,EC,PE raj:IN rm:CH rn:BI ro:MD,RO rof:TZ ru:BY,KG,KZ,MD,RU,UA rw:RW rwk:TZ sa:IN sah:RU saq:KE sat sat-Olck:IN
sbp:TZ sc:IT sd sd-Arab:PK sd-Deva:IN se:FI,NO,SE seh:MZ ses:ML sg:CF shi shi-Latn:MA shi-Tfng:MA si:LK sk:SK sl:SI
smn:FI sn:ZW so:DJ,ET,KE,SO sq:AL,MK,XK sr sr-Cyrl:BA,ME,RS,XK sr-Latn:BA,ME,RS,XK su su-Latn:ID sv:AX,FI,SE
sw:CD,KE,TZ,UG ta:IN,LK,MY,SG te:IN teo:KE,UG tg:TJ th:TH ti:ER,ET tk:TM to:TO tr:CY,TR tt:RU twq:NE tzm:MA ug:CN
uk:UA ur:IN,PK uz uz-Arab:AF uz-Cyrl:UZ uz-Latn:UZ vai vai-Latn:LR vai-Vaii:LR vi:VN vun:TZ wae:CH wo:SN xh:ZA xog:UG
yav:CM yi:001 yo:BJ,NG yrl:BR,CO,VE yue yue-Hans:CN yue-Hant:HK zgh:MA zh zh-Hans:CN,HK,MO,SG zh-Hant:HK,MO,TW zu:ZA`;

/** Names of the cultures that CultureInfo.GetCultures tells of, without the invariant one. */
export function cultureNames(): string[] {
  return list.split(/\s+/).flatMap((entry) => {
    const [name = '', below] = entry.split(':');
    return [name, ...(below?.split(',').map((end) => `${name}-${end}`) ?? [])];
  });
}
