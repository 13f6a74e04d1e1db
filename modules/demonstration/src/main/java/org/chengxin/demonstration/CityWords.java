package org.chengxin.demonstration;

import java.util.List;

/** The words that the invented city is made of. Own lists; a likeness to anything real is by chance. */
final class CityWords {

    /** A part of the city: its code, its name on a licence, in a company's name, and some of its streets. */
    record Division(String code, String name, String inNames, List<String> streets) {}

    /** A trade: the word in a company's name and what stands under scope of business. */
    record Trade(String word, String scope) {}

    static final List<Division> DIVISIONS = List.of(
            new Division("320508", "苏州市姑苏区", "苏州", List.of("人民路", "干将东路", "竹辉路", "三香路", "平江路")),
            new Division("320505", "苏州市虎丘区", "苏州", List.of("狮山路", "塔园路", "长江路", "科创路")),
            new Division("320506", "苏州市吴中区", "苏州", List.of("东吴南路", "宝带东路", "太湖东路", "文曲路")),
            new Division("320507", "苏州市相城区", "苏州", List.of("阳澄湖中路", "相城大道", "春申湖路", "采莲路")),
            new Division("320509", "苏州市吴江区", "苏州", List.of("中山北路", "鲈乡南路", "开平路", "笠泽路")),
            new Division("320571", "苏州工业园区", "苏州工业园区", List.of("星湖街", "现代大道", "金鸡湖大道", "独墅湖大道")),
            new Division("320581", "常熟市", "常熟市", List.of("海虞北路", "黄河路", "珠江路", "琴枫路")),
            new Division("320582", "张家港市", "张家港市", List.of("杨舍东街", "长安中路", "暨阳中路", "金港大道")),
            new Division("320583", "昆山市", "昆山市", List.of("前进中路", "长江南路", "朝阳西路", "柏庐北路")),
            new Division("320585", "太仓市", "太仓市", List.of("县府东街", "上海东路", "郑和中路", "太平南路")));

    static final String FIRST_SYLLABLES = "恒盛嘉瑞华鑫泰宏润明德祥和裕丰康达永兴隆安诚信远博宇天正源通顺汇金凯晟铭睿启卓越";
    static final String SECOND_SYLLABLES = "达源昌泰宇航腾辉隆兴业峰海洋林森阳晨星辰川岳涛明亮佳美洁雅韵乐庆丰盈利和润泽邦";

    static final List<Trade> TRADES = List.of(
            new Trade("精密机械", "精密机械设备及零部件的研发、制造、销售"),
            new Trade("电子科技", "电子产品、电子元器件的技术开发、生产、销售"),
            new Trade("纺织", "纺织品、化纤面料的织造、加工、销售"),
            new Trade("丝绸", "丝绸制品、服装服饰的设计、加工、销售"),
            new Trade("环保科技", "环保设备的研发、销售；环境工程的设计、施工"),
            new Trade("化工", "化工原料及产品（不含危险化学品）的生产、销售"),
            new Trade("金属制品", "金属制品的加工、销售；表面处理"),
            new Trade("塑胶制品", "塑料、橡胶制品的生产、销售"),
            new Trade("生物医药", "生物制品、医药中间体的研发、技术转让"),
            new Trade("信息技术", "软件开发；信息系统集成；数据处理服务"),
            new Trade("物流", "道路普通货物运输；仓储服务；货运代理"),
            new Trade("建筑工程", "房屋建筑工程、市政工程的施工"),
            new Trade("装饰工程", "室内外装饰装修工程的设计、施工"),
            new Trade("食品", "食品生产；预包装食品的批发、零售"),
            new Trade("餐饮管理", "餐饮服务；餐饮企业管理咨询"),
            new Trade("包装材料", "纸制品、包装材料的生产、销售；包装装潢印刷"),
            new Trade("光电", "光电器件、照明灯具的研发、生产、销售"),
            new Trade("汽车零部件", "汽车零部件及配件的制造、销售"),
            new Trade("新材料", "高分子材料、复合材料的研发、生产、销售"),
            new Trade("自动化设备", "自动化控制设备的设计、制造、安装、销售"),
            new Trade("商贸", "日用百货、建筑材料、五金交电的销售"),
            new Trade("园林绿化", "园林绿化工程的设计、施工、养护；花卉苗木的种植、销售"),
            new Trade("印染", "纺织品印染、后整理加工"),
            new Trade("模具", "模具、夹具的设计、制造、销售"));

    /** What cooperatives of farmers do. */
    static final List<Trade> FARMING = List.of(
            new Trade("水稻种植", "水稻、小麦的种植、销售；农业机械作业服务"),
            new Trade("蔬菜", "蔬菜、瓜果的种植、销售；农业技术服务"),
            new Trade("水产养殖", "水产品的养殖、销售；养殖技术服务"),
            new Trade("茶果", "茶叶、枇杷、杨梅的种植、初加工、销售"),
            new Trade("苗木", "苗木、花卉的种植、销售"),
            new Trade("农机服务", "农业机械作业服务；农产品的烘干、仓储"));

    /** What small shops do. */
    static final List<Trade> SHOPS = List.of(
            new Trade("五金", "五金交电、水暖器材的零售"),
            new Trade("建材", "建筑材料、装饰材料的零售"),
            new Trade("百货", "日用百货、文具用品的零售"),
            new Trade("茶叶", "茶叶、预包装食品的零售"),
            new Trade("服装", "服装、鞋帽、针纺织品的零售"),
            new Trade("汽车配件", "汽车配件的零售；汽车装潢服务"));

    static final String SURNAMES = "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余陆钱顾沈";
    static final String GIVEN = "建国明华志强伟平海燕丽芳军勇敏静秀英文斌玉兰春梅晓东永红卫民佳怡子轩雨欣浩然思远家豪雪峰立新";

    /** An environmental offence: what was done, the basis of the penalty, the kind, and a fine from … to (yuan). */
    record Offence(String facts, String basis, String kind, int from, int to) {}

    static final List<Offence> OFFENCES = List.of(
            new Offence("未批先建，需配套建设的环境保护设施未经验收即投入生产", "《建设项目环境保护管理条例》第二十三条第一款", "罚款", 200_000, 600_000),
            new Offence("超过大气污染物排放标准排放大气污染物", "《中华人民共和国大气污染防治法》第九十九条第二项", "罚款", 100_000, 400_000),
            new Offence("挥发性有机物废气未在密闭空间中处理，废气收集设施未正常运行", "《中华人民共和国大气污染防治法》第一百零八条第一项", "罚款", 20_000, 120_000),
            new Offence("超过水污染物排放标准排放水污染物", "《中华人民共和国水污染防治法》第八十三条第二项", "罚款", 100_000, 500_000),
            new Offence("利用雨水管道排放生产废水，逃避监管", "《中华人民共和国水污染防治法》第八十三条第三项", "罚款", 200_000, 800_000),
            new Offence("危险废物贮存未设置识别标志，未如实记录管理台账", "《中华人民共和国固体废物污染环境防治法》第一百一十二条第一款第一项", "罚款", 100_000, 180_000),
            new Offence("擅自倾倒一般工业固体废物", "《中华人民共和国固体废物污染环境防治法》第一百零二条第一款第五项", "罚款", 50_000, 300_000),
            new Offence("未按照排污许可证规定开展自行监测", "《排污许可管理条例》第三十六条第五项", "警告", 0, 0),
            new Offence("夜间进行产生噪声污染的建筑施工作业，未取得证明", "《中华人民共和国噪声污染防治法》第七十七条第二项", "罚款", 10_000, 60_000),
            new Offence("自动监测设备未保持正常运行", "《中华人民共和国大气污染防治法》第一百条第三项", "罚款", 20_000, 100_000));

    private CityWords() {}
}
