--- A page's data for West Yorkshire, 2023/24: the published practices and payments, with the rule's
--- three values illustrative. For tests, in a layout of their own.
---
--- Practices: NHS England, weighted populations of GP practices 2023/24 (code, name, coordinates,
--- registered people to the nearest one). Contains public sector information licensed under the
--- Open Government Licence v3.0.
local west_yorkshire = {}

local PLACES <const> = {
  bradford = "Bradford District and Craven", calderdale = "Calderdale", kirklees = "Kirklees",
  leeds = "Leeds", wakefield = "Wakefield District",
}

local PRACTICES <const> = [[
B82007|Townhead Surgery|bradford|54.07053|-2.2769|9607
B82020|Cross Hills Group Practice|bradford|53.89994|-1.99129|1030
B82028|Fisher Medical Centre|bradford|53.96167|-2.02141|1156
B82053|Dyneley House Surgery|bradford|53.96049|-2.01424|13601
B83002|Ilkley & Wharfedale Medical Practice|bradford|53.92334|-1.81479|5169
B83005|Thornbury Medical Practice|bradford|53.8028|-1.71075|6871
B83006|Silsden & Steeton Medical Practice|bradford|53.91178|-1.94399|983
B83008|Ling House Medical Centre|bradford|53.86834|-1.91039|17718
B83009|Sunnybank Medical Centre|bradford|53.73789|-1.76798|15003
B83010|Parklands Medical Practice|bradford|53.76117|-1.78105|10180
B83012|Manor Medical Practice|bradford|53.80377|-1.788|10672
B83014|Bingley Medical Practice|bradford|53.84689|-1.82777|13244
B83015|Tong Medical Practice|bradford|53.77037|-1.71666|8731
B83016|Farrow Medical Centre|bradford|53.80237|-1.74317|7749
B83017|Horton Bank Practice|bradford|53.77448|-1.80602|7924
B83018|Idle Medical Centre|bradford|53.83617|-1.73415|12372
B83019|Grange Park Surgery|bradford|53.91269|-1.74811|6925
B83020|The Willows Medical Ctr.|bradford|53.76864|-1.84943|8651
B83021|Farfield Group Practice|bradford|53.86615|-1.914|2166
B83022|Baildon Medical Practice|bradford|53.8531|-1.76887|9323
B83023|Holycroft Surgery|bradford|53.86369|-1.91434|1629
B83025|Little Horton Lane Medical Centre - Raja|bradford|53.78249|-1.76488|4330
B83026|Primrose Surgery|bradford|53.79827|-1.74041|5603
B83027|Haworth Medical Practice|bradford|53.83127|-1.95485|809
B83028|Wibsey & Queensbury Med P|bradford|53.76733|-1.77999|10900
B83029|Low Moor Surgery|bradford|53.75385|-1.7699|10310
B83030|Thornton & Denholme Medical Practice|bradford|53.79045|-1.84732|9154
B83031|Oak Glen Surgery|bradford|53.85485|-1.8162|3847
B83032|Bradford Moor Practice|bradford|53.79792|-1.72144|3858
B83033|Kilmeny Group Medical Practice|bradford|53.85572|-1.92106|79473
B83034|Grange Medical Centre|bradford|53.7876|-1.77744|6964
B83035|Horton Park Medical Practice|bradford|53.78521|-1.77281|10450
B83037|The Wilsden Medical Practice|bradford|53.81816|-1.8617|10186
B83038|Leylands Lane Medical Practice|bradford|53.81263|-1.79255|18673
B83039|The Saltaire & Windhill Medical P'Ship|bradford|53.83544|-1.76472|24117
B83041|Bowling Hall Med Practice|bradford|53.7729|-1.73087|14436
B83042|Rooley Lane Med. Centre|bradford|53.7729|-1.73087|8062
B83045|Hollyns Health & Wellbeing - Clayton|bradford|53.77918|-1.81452|13302
B83049|Cowgill Surgery|bradford|53.78195|-1.81454|395
B83051|Bradford Student Health Service|bradford|53.7857|-1.7679|8795
B83052|Kensington Partnership|bradford|53.80111|-1.78553|23863
B83054|Haigh Hall Medical Practice|bradford|53.83112|-1.71525|6119
B83055|The Ridge Medical Pract.|bradford|53.7809|-1.77983|23738
B83056|Moorside Surgery|bradford|53.80945|-1.73053|7945
B83058|The Avicenna Medical Practice|bradford|53.79792|-1.72144|7863
B83061|Oakworth Medical Practice|bradford|53.84625|-1.94696|285
B83062|Ashcroft Surgery|bradford|53.8238|-1.71247|8535
B83063|Shipley Medical Practice-Affinity Care|bradford|53.8327|-1.78138|20303
B83064|The Rockwell And Wrose Practice|bradford|53.823|-1.74441|10861
B83067|The Springfield Surgery (Bingley)|bradford|53.84689|-1.82777|7722
B83602|North Street Medical Practice|bradford|53.87101|-1.90981|1729
B83604|The Lister Surgery|bradford|53.80734|-1.77624|3566
B83611|Barkerend Hc - El Eliwi|bradford|53.79827|-1.74041|8297
B83614|Picton Medical Centre|bradford|53.80734|-1.77624|9380
B83617|Dr U Akbar|bradford|53.80353|-1.77795|1975
B83620|Addingham Surgery|bradford|53.94368|-1.88142|3234
B83621|Dr A Azam & Partners|bradford|53.78521|-1.77281|4211
B83622|Dr Ia Gilkar & Partners|bradford|53.80111|-1.78553|4859
B83624|I G Medical|bradford|53.92356|-1.81605|17905
B83626|Valley View Surgery|bradford|53.80679|-1.7319|6495
B83627|Frizinghall Medical Centre|bradford|53.81891|-1.77367|3735
B83628|Clarendon Medical Centre|bradford|53.80157|-1.76347|9162
B83629|Peel Park Surgery|bradford|53.80679|-1.7319|3073
B83641|Ashwell Medical Centre|bradford|53.80379|-1.77861|8026
B83642|Whetley Medical Centre|bradford|53.80353|-1.77795|3580
B83653|Dr Gilkar|bradford|53.78249|-1.76488|8942
B83657|Bevan Healthcare Cic|bradford|53.79579|-1.75347|5840
B83659|Park Grange Medical Centre|bradford|53.78936|-1.77602|3489
B83660|Bilton Medical Centre|bradford|53.79835|-1.76947|6093
B83661|Moor Park Medical Practice|bradford|53.79792|-1.72144|2973
B84001|Station Road Surgery|calderdale|53.7072|-1.91042|10161
B84003|Rydings Hall Surgery|calderdale|53.70313|-1.78296|8186
B84004|Hebden Bridge Group Practice|calderdale|53.74365|-2.01155|18690
B84005|Rosegarth Surgery|calderdale|53.7149|-1.87141|10319
B84006|Todmorden Group Practice|calderdale|53.7136|-2.09214|13431
B84007|Brig Royd Surgery|calderdale|53.6757|-1.93911|10480
B84008|Dr Chin And Partners|calderdale|53.72584|-1.80879|15627
B84009|Stainland Road Medical Centre|calderdale|53.68571|-1.8576|11467
B84010|Keighley Road Surgery|calderdale|53.75424|-1.89394|10679
B84011|Church Lane Surgery|calderdale|53.70313|-1.78296|11496
B84012|Spring Hall Group Practice|calderdale|53.72102|-1.89288|19630
B84013|Plane Trees Group Practice|calderdale|53.73045|-1.89445|8828
B84014|Rastrick Health Centre|calderdale|53.68882|-1.79218|4931
B84016|Bankfield Surgery|calderdale|53.68638|-1.83521|10665
B84019|The Boulevard Medical Practice|calderdale|53.71672|-1.86835|15480
B84021|King Cross Practice|calderdale|53.71534|-1.8802|8657
B84612|Lister Lane Surgery|calderdale|53.72257|-1.86527|8643
B84613|Beechwood Medical Centre|calderdale|53.74327|-1.88112|9369
B84618|Caritas Group Practice|calderdale|53.75291|-1.90632|8814
B84623|Longroyde Surgery|calderdale|53.69405|-1.79073|4558
B85001|Parkview Surgery|kirklees|53.72221|-1.71303|7497
B85002|Dearne Valley Health Centre|kirklees|53.58861|-1.62533|4352
B85004|Calder View Surgery|kirklees|53.69028|-1.63365|5723
B85005|Shepley Health Centre|kirklees|53.58574|-1.7122|6701
B85006|Elmwood Family Doctors|kirklees|53.57827|-1.78382|14798
B85008|Batley Health Centre Surgery|kirklees|53.71553|-1.63654|5745
B85009|North Road Suite,Ravensthorpe Health Ctr|kirklees|53.67782|-1.66159|8677
B85010|Dalton Surgery|kirklees|53.64461|-1.75102|6614
B85012|Undercliffe Surgery|kirklees|53.70723|-1.67818|10828
B85014|Brookroyd House|kirklees|53.70723|-1.67818|9578
B85015|Wellington House|kirklees|53.71489|-1.63442|8985
B85016|Meltham Road Surgery|kirklees|53.63181|-1.79804|10213
B85018|Grove House Surgery|kirklees|53.71174|-1.62478|9210
B85019|Mirfield Health Centre|kirklees|53.67575|-1.69674|17593
B85020|Eightlands Surgery|kirklees|53.69028|-1.63365|6869
B85021|Cleckheaton Group Practice|kirklees|53.72406|-1.71061|9418
B85022|Honley Surgery|kirklees|53.60239|-1.79194|7755
B85023|The Almondbury Surgery|kirklees|53.63185|-1.75129|6415
B85024|The Waterloo Practice|kirklees|53.64521|-1.73766|9704
B85025|Blackburn Rd.Medical Ctr.|kirklees|53.73136|-1.66473|12116
B85026|Kirkburton Health Centre|kirklees|53.60844|-1.70113|8135
B85027|The Lindley Group Pract.|kirklees|53.65432|-1.81745|10890
B85028|The Grange Medical Practice|kirklees|53.66226|-1.78131|15615
B85030|The Greenway Medical Practice|kirklees|53.72221|-1.71303|8390
B85031|Lepton And Kirkheaton Surgeries|kirklees|53.63372|-1.71059|6823
B85032|Meltham Group Practice|kirklees|53.59436|-1.84922|6378
B85033|The Lindley Village Surg.|kirklees|53.66133|-1.82579|5312
B85036|New Street & Netherton Group Practice|kirklees|53.63751|-1.82868|7715
B85037|Newsome Surgery|kirklees|53.62892|-1.78406|6063
B85038|The Paddock Surgery|kirklees|53.66347|-1.62429|5696
B85041|Mount Pleasant Med Centre|kirklees|53.70704|-1.63737|15509
B85042|Paddock And Longwood Family Practice|kirklees|53.64213|-1.80549|8710
B85044|Thornton Lodge Surgery|kirklees|53.63781|-1.79603|2816
B85048|Woodhouse Hill Surgery|kirklees|53.66669|-1.77096|3899
B85051|Fieldhead Surgery|kirklees|53.64134|-1.85421|8339
B85054|Colne Valley Group Practice|kirklees|53.6225|-1.87998|10000
B85055|Healds Road Surgery|kirklees|53.70011|-1.65164|11339
B85058|Rose Medical Practice|kirklees|53.64884|-1.79189|2620
B85059|Slaithwaite Health Centre|kirklees|53.6236|-1.87839|7088
B85060|Greenhead Family Doctors|kirklees|53.64937|-1.79199|2440
B85061|Skelmanthorpe Family Doctors|kirklees|53.59161|-1.65081|9407
B85062|University Health Centre|kirklees|53.64386|-1.77552|14831
B85606|Thornhill Lees Medical Centre|kirklees|53.67355|-1.63013|4794
B85610|Oaklands Health Centre|kirklees|53.57711|-1.78428|10554
B85611|Dr Handa & Partner|kirklees|53.66322|-1.77688|3874
B85612|Liversedge Medical Centre|kirklees|53.71287|-1.69071|3811
B85614|Croft Medical Centre|kirklees|53.65998|-1.78546|6206
B85619|Cook Lane Surgery|kirklees|53.71051|-1.67678|2938
B85620|Windsor Medical Centre|kirklees|53.69384|-1.62216|2238
B85622|Broughton House Surgery|kirklees|53.7138|-1.63631|1624
B85623|Marsh Surgery|kirklees|53.65174|-1.80402|3151
B85634|Birkby Health Centre|kirklees|53.66328|-1.7996|3417
B85636|Westbourne Surgery|kirklees|53.65097|-1.80613|3985
B85640|Kirkgate Surgery|kirklees|53.73259|-1.66792|3229
B85641|Lockwood Surgery|kirklees|53.63247|-1.79599|4594
B85645|Savile Town Medical Ctr.|kirklees|53.68221|-1.62579|2614
B85646|The Albion Mount Medical Practice|kirklees|53.69588|-1.63371|6164
B85650|Dr Mahmood & Partners|kirklees|53.67782|-1.66159|4522
B85652|Sidings Healthcare Centre|kirklees|53.68156|-1.63326|7767
B85655|Cherry Tree Surgery|kirklees|53.71474|-1.63664|2473
B85659|The Whitehouse Centre|kirklees|53.64639|-1.79021|1650
B85660|The Junction Surgery|kirklees|53.64364|-1.75926|6188
B86001|Dr N Saddiq'S Practice|leeds|53.74488|-1.6056|2447
B86002|City View Medical Practice|leeds|53.77831|-1.55587|14830
B86003|Dr G Lees & Partners|leeds|53.79639|-1.5932|16405
B86004|Highfield Surgery|leeds|53.85675|-1.6078|8022
B86005|Dr N Dumphy & Partners|leeds|53.77412|-1.54553|5562
B86006|Dr L Freeman & Partners|leeds|53.75244|-1.44944|15372
B86007|Dr J H Roberts & Partners|leeds|53.82314|-1.45388|8695
B86008|Alwoodley Medical Centre|leeds|53.84692|-1.5519|19404
B86009|Manston Surgery|leeds|53.80466|-1.4516|8251
B86010|Collingham Church View Surgery|leeds|53.90814|-1.40895|9875
B86011|Hillfoot Surgery|leeds|53.79985|-1.68742|7039
B86012|Leeds City Medical Practice|leeds|53.77831|-1.55587|18674
B86013|The North Leeds Medical Practice|leeds|53.84318|-1.53403|21629
B86014|Robin Lane Health And Wellbeing Centre|leeds|53.79501|-1.66131|13314
B86015|Manor Park Surgery|leeds|53.81414|-1.62888|14166
B86016|Shaftesbury Medical Ctr.|leeds|53.80022|-1.49789|17873
B86017|Craven Road Medical Practice|leeds|53.81423|-1.54726|15688
B86018|Mulberry Street Medical Practice|leeds|53.79488|-1.66385|7680
B86019|Rutland Lodge Medical Centre|leeds|53.82505|-1.54352|9386
B86020|Lofthouse Surgery|leeds|53.72944|-1.4954|11205
B86022|Oakwood Lane Medical Practice|leeds|53.81998|-1.49393|13977
B86024|Priory View Medical Centre|leeds|53.79171|-1.57486|9082
B86025|Hyde Park Surgery|leeds|53.80677|-1.56775|11201
B86028|Dr Jj Mcpeakes Practice|leeds|53.74206|-1.59909|4992
B86029|Westgate Surgery|leeds|53.90477|-1.69915|5647
B86030|Burton Croft Surgery|leeds|53.82083|-1.57698|11710
B86032|Chevin Medical Practice|leeds|53.90697|-1.69385|19155
B86033|New Medical Centre|leeds|53.93026|-1.38891|11948
B86034|Spa Surgery|leeds|53.90361|-1.34314|6701
B86035|South Bank Surgery|leeds|53.77992|-1.5266|9456
B86036|Gibson Lane Practice|leeds|53.77133|-1.36786|11506
B86038|Guiseley And Yeadon Medical Practice|leeds|53.86518|-1.68397|12279
B86039|Allerton Medical Centre|leeds|53.82692|-1.53389|9925
B86041|Vesper Road|leeds|53.82733|-1.61535|7521
B86042|Lingwell Croft Surgery|leeds|53.74998|-1.53499|14887
B86043|East Park Medical Centre|leeds|53.79317|-1.51494|9006
B86044|Ireland Wood Surgery|leeds|53.84652|-1.60416|26776
B86048|Garforth Medical Centre|leeds|53.79231|-1.38743|14029
B86049|Woodhouse Medical Practice|leeds|53.81274|-1.54757|9430
B86050|West Lodge Surgery|leeds|53.81101|-1.66991|19951
B86051|Aire Valley Surgery|leeds|53.86664|-1.6847|14405
B86052|Park Road & Menston|leeds|53.87175|-1.71138|10982
B86054|The Garden Surgery|leeds|53.80022|-1.49789|6300
B86055|Ashfield Medical Centre|leeds|53.80747|-1.44942|6496
B86056|Shadwell Medical Centre|leeds|53.85021|-1.52575|4253
B86057|Windsor House Group Practice|leeds|53.74488|-1.6056|18061
B86058|Dr Kw Mcgechaen & Partner|leeds|53.80641|-1.66828|4179
B86059|Meanwood Health Centre|leeds|53.82723|-1.56587|15471
B86060|Thornton Medical Centre|leeds|53.79184|-1.57607|9861
B86061|Harehills Corner Surgery|leeds|53.81567|-1.51888|4616
B86062|The Medical Centre|leeds|53.81371|-1.45522|8513
B86064|Leigh View Medical Practice|leeds|53.72857|-1.55898|16320
B86066|The Street Lane Practice|leeds|53.84325|-1.51345|13905
B86067|The Dekeyser Group Practice|leeds|53.7429|-1.60481|15153
B86068|Abbey Grange Medical Practice|leeds|53.8183|-1.60158|7815
B86069|Burley Park Medical Centre|leeds|53.80753|-1.57971|12938
B86070|Aireborough Family Practice|leeds|53.86664|-1.6847|4377
B86071|Whitehall Surgery|leeds|53.78247|-1.60121|8809
B86074|Fieldhead Surgery|leeds|53.83181|-1.63944|486
B86075|Dr T P Fox & Partners|leeds|53.79192|-1.43191|12904
B86081|Bellbrooke Surgery|leeds|53.80893|-1.5065|14463
B86086|Laurel Bank Surgery|leeds|53.8171|-1.5877|7192
B86089|Nova Scotia Medical Cntr|leeds|53.74759|-1.37302|5960
B86092|Kippax Hall Surgery|leeds|53.76654|-1.36902|6580
B86093|Park Edge Practice|leeds|53.82551|-1.48366|5675
B86094|Dr S M Chen & Partner|leeds|53.79914|-1.65176|4832
B86096|Arthington Medical Centre|leeds|53.77213|-1.533|5454
B86100|St Martins Practice|leeds|53.82211|-1.53214|7425
B86101|Gildersome Health Centre|leeds|53.75661|-1.62922|3468
B86103|Conway Medical Centre|leeds|53.81113|-1.51346|3583
B86104|Bramley Village Health & Wellbeing Ctr|leeds|53.80785|-1.623|15116
B86106|Foundry Lane Surgery|leeds|53.81059|-1.47146|7151
B86108|Chapeltown Family Surgery|leeds|53.81146|-1.52621|5634
B86109|Kirkstall Lane Medical Centre|leeds|53.8171|-1.5877|7144
B86110|Leeds Student Medical Practice|leeds|53.80775|-1.54995|42534
B86623|Ashton View Medical Ctr|leeds|53.80951|-1.51576|4998
B86625|Wetherby Surgery|leeds|53.931|-1.3789|4136
B86642|Dr S Hussain|leeds|53.77942|-1.52594|2941
B86643|The Roundhay Road Surgery|leeds|53.81387|-1.52073|3480
B86648|Family Doctors|leeds|53.79826|-1.44093|2261
B86654|Oakwood Surgery|leeds|53.82675|-1.50714|5116
B86655|Beech Tree Medical Centre|leeds|53.79708|-1.62141|1822
B86658|Moorfield House Surgery|leeds|53.79575|-1.3902|10323
B86666|Newton Surgery|leeds|53.82127|-1.53297|4985
B86667|Beeston Village Surgery|leeds|53.77242|-1.56918|7530
B86669|York Street Health Practice|leeds|53.79657|-1.53259|2383
B86672|Hawthorn Surgery|leeds|53.78247|-1.60121|6222
B86673|Bramham Medical Centre|leeds|53.88299|-1.35435|3375
B86675|Lincoln Green Medical Centre|leeds|53.8021|-1.5252|4607
B86678|Dr F Gupta'S Practice|leeds|53.75543|-1.66346|2712
B87001|Middlestown|wakefield|53.65059|-1.60058|9214
B87002|Orchard Croft|wakefield|53.65995|-1.54995|11287
B87003|College Lane Surgery|wakefield|53.64459|-1.33634|10477
B87004|Warrengate Medical Centre|wakefield|53.68269|-1.49135|10917
B87005|Riverside Medical Centre|wakefield|53.72804|-1.35796|11521
B87006|Park Green Surgery|wakefield|53.58996|-1.31001|11055
B87007|Northgate|wakefield|53.69398|-1.30938|13255
B87008|Lupset Health Centre|wakefield|53.67243|-1.5241|14128
B87009|St Thomas Road Surgery|wakefield|53.67491|-1.3559|6443
B87011|Friarwood Surgery|wakefield|53.68841|-1.30661|13685
B87012|Maybush Medical Centre|wakefield|53.67053|-1.48941|9417
B87013|Outwood Park Medical Centre|wakefield|53.71096|-1.51231|13654
B87015|Stuart Road|wakefield|53.69391|-1.31451|8516
B87016|White Rose Surgery|wakefield|53.59546|-1.29362|23735
B87017|Trinity Medical Centre|wakefield|53.67996|-1.49482|25246
B87018|Henry Moore Clinic|wakefield|53.72077|-1.35457|11080
B87019|Stanley|wakefield|53.71384|-1.47592|7209
B87020|Chapelthorpe|wakefield|53.64451|-1.50736|13786
B87021|Ash Grove|wakefield|53.70503|-1.24559|12278
B87022|Homestead|wakefield|53.68228|-1.51873|8461
B87025|Castleford Medical Practice|wakefield|53.72465|-1.3561|7350
B87026|The Grange Medical Centre|wakefield|53.61185|-1.35429|14727
B87027|New Southgate Surgery|wakefield|53.69277|-1.50413|14361
B87028|Crofton And Sharlston Med Prac|wakefield|53.65656|-1.427|10905
B87030|Health Care First Partnership|leeds|53.73687|-1.3936|31091
B87031|Ossett Surgery|wakefield|53.68148|-1.58316|21605
B87032|Station Lane|wakefield|53.68108|-1.3586|7879
B87033|Newland Surgery|wakefield|53.69521|-1.42419|4171
B87036|Dr Dp Diggle & Dr Re Phillips|wakefield|53.58996|-1.31001|4308
B87039|King'S Medical Practice|wakefield|53.7007|-1.41949|15809
B87041|Park View Surgery|wakefield|53.69814|-1.42169|544
B87042|Tieve Tara|wakefield|53.73257|-1.31467|5509
B87044|Alverthorpe|wakefield|53.68546|-1.51839|2674
B87600|Queen Street Surgery|wakefield|53.69814|-1.42169|588
B87602|Patience Lane Surgery|wakefield|53.70381|-1.43369|2773
B87604|Eastmoor Health Centre|wakefield|53.69|-1.47688|2651
Y00081|Safe Haven Unit - Lcd|kirklees|53.64833|-1.7815|27
Y00848|Leeds Vps|leeds|53.74783|-1.53254|21
Y01118|Eccleshill Village Surgery|bradford|53.82112|-1.7257|3354
Y02002|One Medicare Llp-The Light|leeds|53.80005|-1.54564|15090
Y02494|Shakespeare Medical Practice|leeds|53.8021|-1.5252|6777
Y02572|Calder Community Practice|calderdale|53.7136|-2.09214|2778
Y02645|Calderdale Safe Haven Service|kirklees|53.64833|-1.7815|8
Y04266|Crosland Moor Surgery|kirklees|53.63839|-1.80955|4048
Y05180|Bradford Safe Haven Service|kirklees|53.64833|-1.7815|30
Y06659|Nook Surgery|kirklees|53.65716|-1.8432|3380
Y07275|Broughton House Gp Surgery|kirklees|53.7138|-1.63631|1557
]]

local function practices()
  local list <const> = {}
  for line in PRACTICES:gmatch("[^\n]+") do
    local code <const>, name <const>, place <const>, latitude <const>, longitude <const>, people
      <const> = line:match("^([^|]*)|([^|]*)|([^|]*)|([^|]*)|([^|]*)|([^|]*)$")
    list[#list + 1] = {
      code = code, name = name, place = PLACES[place], latitude = tonumber(latitude),
      longitude = tonumber(longitude), patients = tonumber(people),
    }
  end
  return list
end

local NEED <const> = 'need 2023/24, column "Final PMC WP"'
local PAID <const> = 'payments 2022/23, column "Total NHS Payments to General Practice"'

local function steps(figure, row)
  local held <const> = row.held == "floor"
  return {
    { depth = 0, amount = figure, label = row.name .. ", primary medical care, 2023/24" },
    { depth = 1, amount = row.even, label = "its baseline, grown with everyone else’s" },
    { depth = 2, amount = row.paid, label = "paid to its practices in 2022/23", source = PAID },
    { depth = 2, amount = "1.036", label = "growth of 3.6%",
      operation = "463,888,470.11 ÷ 447,768,793.54", source = "primary-medical.growth" },
    { depth = 1, amount = row.part,
      label = "a quarter of the way to its target", operation = "× 25%" },
    { depth = 2, amount = row.gap, label = "target, less its evenly grown baseline" },
    { depth = 3, amount = row.aim, label = "target",
      operation = "463,888,470.11 × " .. row.share .. " of weighted population", source = NEED },
    { depth = 1, amount = row.hold, label = held and "lifted to the 2.0% floor"
      or "its part of keeping Bradford District and Craven at the 2.0% floor",
      source = "primary-medical.floor_growth" },
    { depth = 1, amount = row.rounding, label = "to the penny, by largest remainder" },
  }
end

local ROWS <const> = {
  { name = PLACES.bradford, short = "Bradford and Craven", practices = 71, baseline = 12221447569,
    target = 11581223129, allocation = 12465876521, held = "floor", reference = "F-55C5-49",
    even = "126,614,196.8155", paid = "122,214,475.69", part = "−2,700,491.3812",
    gap = "−10,801,965.5249", aim = "115,812,231.2906", share = "24.9655%",
    hold = "+745,059.7695", rounding = "+0.0062" },
  { name = PLACES.calderdale, practices = 21, baseline = 3427539586, target = 3900568098,
    allocation = 3624940377, reference = "F-2E2B-02",
    even = "35,509,310.1112", paid = "34,275,395.86", part = "+874,092.7166",
    gap = "3,496,370.8663", aim = "39,005,680.9775", share = "8.4084%",
    hold = "−133,999.0533", rounding = "−0.0045" },
  { name = PLACES.kirklees, practices = 68, baseline = 7089661923, target = 7722196749,
    allocation = 7419645435, reference = "F-F836-9B",
    even = "73,448,897.5227", paid = "70,896,619.23", part = "+943,267.4908",
    gap = "3,773,069.9631", aim = "77,221,967.4858", share = "16.6467%",
    hold = "−195,710.6603", rounding = "−0.0032" },
  { name = PLACES.leeds, practices = 94, baseline = 15588156436, target = 16724356063,
    allocation = 16256050334, reference = "F-1216-39",
    even = "161,493,300.6779", paid = "155,881,564.36", part = "+1,437,564.9893",
    gap = "5,750,259.9573", aim = "167,243,560.6352", share = "36.0525%",
    hold = "−370,362.3283", rounding = "+0.0011" },
  { name = PLACES.wakefield, short = "Wakefield", practices = 35, baseline = 6450073840,
    target = 6460502972, allocation = 6622334344, reference = "F-C854-09",
    even = "66,822,764.9828", paid = "64,500,738.40", part = "−554,433.8155",
    gap = "−2,217,735.2619", aim = "64,605,029.7209", share = "13.9268%",
    hold = "−44,987.7276", rounding = "+0.0003" },
}

local function budget()
  local label <const> = require("stead.label")
  local rows <const> = {}
  for i, row in ipairs(ROWS) do
    rows[i] = {
      name = row.name, short = row.short, practices = row.practices, baseline = row.baseline,
      target = row.target, allocation = row.allocation, held = row.held,
      reference = row.reference, steps = steps("£" .. label.pounds(row.allocation), row),
    }
  end
  return {
    stream = "primary medical care", year = "2023/24", baseline_year = "2022/23",
    baseline_label = "Paid 2022/23", envelope = 46388847011, foots = true, closing = 0.25,
    floor = 0.02, ceiling = 0.05, status = "illustrative", rows = rows,
  }
end

local function left_out(practice_list)
  local WEIGHTS <const> = {
    { "B82020", 1529.1 }, { "B83021", 2661.5 }, { "B83023", 1956.3 }, { "B83027", 1290.1 },
    { "B83049", 648.9 }, { "B83061", 379.6 }, { "B83602", 1839.8 }, { "B87041", 559.9 },
    { "B87600", 609.8 }, { "Y00081", 31.4 }, { "Y00848", 27.4 }, { "Y05180", 41.8 },
  }
  local by_code <const>, list <const> = {}, {}
  for _, practice in ipairs(practice_list) do
    by_code[practice.code] = practice
  end
  for i, entry in ipairs(WEIGHTS) do
    local practice <const> = by_code[entry[1]]
    list[i] = { code = entry[1], name = practice.name, place = practice.place, people = entry[2] }
  end
  return {
    title = "12 of 289 practices have need but no payment last year",
    says = "They count towards targets and not towards baselines.", practices = list,
  }
end

local function streams()
  local NET <const> = {
    { "Bradford", 175351, 49087 }, { "Calderdale", 72092, 15565 }, { "Kirklees", 161611, 29154 },
    { "Leeds", 281623, 50532 }, { "Wakefield", 120890, 33174 },
  }
  local list <const> = {}
  for _, council in ipairs(NET) do
    for i, stream in ipairs { "adult social care", "public health" } do
      list[#list + 1] = {
        stream = stream, holder = council[1] .. " council", period = "2022/23 outturn, net",
        amount = council[i + 1] * 100000,
      }
    end
  end
  for _, stream in ipairs { "adult social care", "public health" } do
    list[#list + 1] = {
      stream = stream, holder = "North Yorkshire council, for Craven",
      period = "2022/23 outturn, net",
      why = "Craven’s part lies inside North Yorkshire’s return and is not published by itself.",
    }
  end
  return list
end

--- A fresh copy of the data of the page.
---@return stead.report.Data
function west_yorkshire.data()
  local list <const> = practices()
  return {
    system = "NHS West Yorkshire ICB", covers = "2023/24", as_at = "30 November 2023",
    made_on = "4 December 2023", made_by = "stead 0.1.0", run = "2023-12-04-7f31",
    title = "Place finance: primary medical care",
    budgets = { budget() }, left_out = { left_out(list) }, practices = list,
    map_note = "Craven lies in the North Yorkshire council area.", streams = streams(),
    sources = {
      { title = "Weighted populations of GP practices", publisher = "NHS England",
        edition = "2023/24", rows = 6553, licence = "Open Government Licence v3.0",
        used_for = "targets",
        sha256 = "f8eb9008ac4a8ef442612a97c2b2633ad14ffc4f1d0265edeb73944b88692731" },
      { title = "NHS Payments to General Practice", publisher = "NHS England",
        edition = "2022/23", rows = 6668, licence = "Open Government Licence v3.0",
        used_for = "baselines",
        sha256 = "f0b637ea5e606616911ce58a95d1e4e2aeea26c0768694976499df85ebf771de" },
      { title = "Revenue outturn: service expenditure summary",
        publisher = "Department for Levelling Up, Housing and Communities",
        edition = "2022/23", licence = "Open Government Licence v3.0",
        used_for = "the councils’ streams",
        sha256 = "4f8520a0172e34ebca751893556de65fb0aa21dce35c797d1ed81b233c0d2227" },
    },
    assumptions = {
      { name = "primary-medical.growth", means = "Growth of the envelope", value = "3.6%",
        status = "illustrative", set_in = "parameters.lua:4" },
      { name = "primary-medical.closing_fraction", means = "Part of the distance closed",
        value = "25%", status = "illustrative", set_in = "parameters.lua:9" },
      { name = "primary-medical.floor_growth", means = "Least growth of a place", value = "2.0%",
        status = "illustrative", set_in = "parameters.lua:14" },
      { name = "primary-medical.ceiling_growth", means = "Most growth of a place",
        value = "5.0%", status = "illustrative", set_in = "parameters.lua:19" },
    },
    checks = {
      { command = "stead explain primary-medical 2023/24 calderdale",
        says = "prints the making of one figure down to its practices" },
      { command = "stead check", says = "looks at footprints, dates and codes" },
    },
  }
end

return west_yorkshire
